/**
 * One text in two scripts of its language: transliterates it to the one script by which both are compared.
 */
@NullMarked
package dev.tidings.text.script;

import org.jspecify.annotations.NullMarked;
