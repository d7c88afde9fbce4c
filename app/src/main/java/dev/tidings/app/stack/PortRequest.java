package dev.tidings.app.stack;

/**
 * Which port a part asks for.
 *
 * @param part its name, by which its port is remembered
 * @param setting by which people set the port; empty when nobody can, nor needs to
 * @param set what they set; 0 when nothing
 * @param usual tried first where nothing is set or remembered; 0 for none
 */
record PortRequest(String part, String setting, int set, int usual) {

    /** A port that nobody outside of the stack connects to. */
    static PortRequest ofAny(String part) {
        return new PortRequest(part, "", 0, 0);
    }

    /** Whether the port may be another one than last time, since nobody has to know it. */
    boolean mayMove() {
        return setting.isEmpty();
    }

    /** What is said when the port that was set or remembered is taken. */
    LocalStackException takenMessage(int port) {
        String why = set > 0 ? "which " + setting + " sets for the " + part : "where the " + part + " was before";
        return new LocalStackException("port " + port + ", " + why
                + ", is taken by another program; stop that, or set another (" + setting + ")");
    }

    /** What is said when the part runs at another port than is set now. */
    LocalStackException runsElsewhereMessage(int port) {
        return new LocalStackException("the " + part + " runs at port " + port + ", but " + setting + " is " + set
                + "; 'tidings down' stops it, and 'tidings up' starts it there");
    }

    /** What is said when the first start took another port than the usual one. */
    String chosenText(int port) {
        return "the " + part + " is at port " + port + " from now on, as " + usual + " is taken; " + setting
                + " sets another";
    }
}
