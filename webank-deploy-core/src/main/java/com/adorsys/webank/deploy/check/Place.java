package com.adorsys.webank.deploy.check;

/** A part of an object. Paths in it are put together only for problems, since most objects have none. */
interface Place {
    /**
     * The path of a place in the part, in the object.
     *
     * @param inside the path inside the part; empty for the whole of it
     */
    String path(String inside);
}
