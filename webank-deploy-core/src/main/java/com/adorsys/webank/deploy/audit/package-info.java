/**
 * What changes between two states of a configuration repository, object by object, and which checks begin or cease to
 * find a problem; as text, JSON, Markdown and HTML.
 */
@NullMarked
package com.adorsys.webank.deploy.audit;

import org.jspecify.annotations.NullMarked;
