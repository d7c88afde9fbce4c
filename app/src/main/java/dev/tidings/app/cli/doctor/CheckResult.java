package dev.tidings.app.cli.doctor;

import dev.tidings.kafka.settings.MissingAddressException;

/**
 * What one check found.
 *
 * @param check what was looked at
 * @param level how well it stands
 * @param found what is there
 * @param fix what to do; empty when nothing
 */
public record CheckResult(String check, Level level, String found, String fix) {
    /** How well something stands. */
    public enum Level {
        /** As it should be. */
        OK,
        /** It works, but not for everybody or not for long. */
        WARN,
        /** It does not work. */
        FAIL,
        /** It does not work, since a server does not answer. */
        UNREACHABLE
    }

    /** Returns whether it does not work. */
    boolean isFailure() {
        return level == Level.FAIL || level == Level.UNREACHABLE;
    }

    static CheckResult ok(String check, String found) {
        return new CheckResult(check, Level.OK, found, "");
    }

    static CheckResult warn(String check, String found, String fix) {
        return new CheckResult(check, Level.WARN, found, fix);
    }

    static CheckResult fail(String check, String found, String fix) {
        return new CheckResult(check, Level.FAIL, found, fix);
    }

    /** A server of which nobody says where it is; the message is cause and fix. */
    static CheckResult unknown(String check, MissingAddressException missing) {
        String[] message = String.valueOf(missing.getMessage()).split("; ", 2);
        return new CheckResult(check, Level.UNREACHABLE, message[0], message.length > 1 ? message[1] : "");
    }

    static CheckResult unreachable(String check, String found, String fix) {
        return new CheckResult(check, Level.UNREACHABLE, found, fix);
    }
}
