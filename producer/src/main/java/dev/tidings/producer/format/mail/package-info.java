/** Mails, one a file or many in a mailbox. */
@NullMarked
package dev.tidings.producer.format.mail;

import org.jspecify.annotations.NullMarked;
