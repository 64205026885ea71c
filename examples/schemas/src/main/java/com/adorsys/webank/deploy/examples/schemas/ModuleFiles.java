package com.adorsys.webank.deploy.examples.schemas;

import java.util.List;

/** The files of a module, by their path in it. */
interface ModuleFiles {
    /** The paths that start with a folder and end with a name or a part of it, sorted. */
    List<String> files(String folder, String ending);

    /** The text of a file, which must be there. */
    String text(String file);
}
