/** YAML text to trees with the places where everything stands, and trees to one canonical text. */
@NullMarked
package com.adorsys.webank.deploy.yaml;

import org.jspecify.annotations.NullMarked;
