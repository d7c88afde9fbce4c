package dev.tidings.app.status;

/**
 * Something that is not as it should be.
 *
 * @param level how bad it is
 * @param subject what it is about: a process, a stage, a group, a topic
 * @param found what is there
 * @param fix what to do; empty when nothing
 */
public record Finding(Level level, String subject, String found, String fix) {
    /** How bad it is; the worst first. */
    public enum Level {
        /** Something does not work, and does not by itself. */
        FAIL,
        /** It works, but not for everybody, not for long, or not yet. */
        WARN
    }

    static Finding fail(String subject, String found, String fix) {
        return new Finding(Level.FAIL, subject, found, fix);
    }

    static Finding warn(String subject, String found, String fix) {
        return new Finding(Level.WARN, subject, found, fix);
    }
}
