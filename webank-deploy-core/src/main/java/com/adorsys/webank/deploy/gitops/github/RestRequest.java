package com.adorsys.webank.deploy.gitops.github;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A request to the REST API, without its credentials.
 *
 * @param action what it is for
 * @param method its method
 * @param uri its address
 * @param headers its headers
 * @param body its body; empty if it has none
 */
record RestRequest(Action action, String method, URI uri, Map<String, List<String>> headers, String body) {}
