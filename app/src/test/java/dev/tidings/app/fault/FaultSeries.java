package dev.tidings.app.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A series of kills or outages, too long for every build: runs under {@code mvn verify -Pfaults} and nowhere else. */
@Tag("faults")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface FaultSeries {}
