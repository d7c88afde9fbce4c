package dev.tidings.app.cli.console;

import java.lang.reflect.Proxy;

/**
 * What SIGTERM means to a command that works until it is stopped: that it is done. Java ends in order all the same, but
 * with an exit code that supervisors of services take for a failure.
 */
public final class Termination {

    private Termination() {}

    /**
     * From now on SIGTERM ends the process in order, what is to be done at its end included, and with {@link
     * ExitCode#OK}. A Java that does not let programs hear of signals ends it with {@link ExitCode#TERMINATED}.
     */
    public static void countAsDone() {
        try {
            // By name: the compiler warns of these classes, which every JDK has, and which nothing replaces.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object exit = Proxy.newProxyInstance(
                    Termination.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        System.exit(ExitCode.OK.code());
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), exit);
        } catch (ReflectiveOperationException unknownHere) {
            // It ends all the same.
        }
    }
}
