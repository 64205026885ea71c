package com.adorsys.webank.deploy.dsl.charts;

/** No template can say how an object depends on the values. */
final class NotUniform extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String what;

    NotUniform(String path, String what) {
        super(what);
        this.path = path;
        this.what = what;
    }

    /** What no template can say. */
    String what() {
        return what;
    }

    /** The path in the object. */
    String path() {
        return path;
    }
}
