package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * Sends what github-api asks for. It adds the token, which github-api never sees, and throws for each failure, so that
 * github-api neither follows a redirect, nor waits, nor puts the body of an answer into an exception.
 */
final class ApiConnector implements GitHubConnector {
    private final RestClient client;
    private final RestFailure failure;
    private final RepositoryAddress address;
    private final Authorization authorization;
    private Action action = Action.FIND_REPOSITORY;

    ApiConnector(RestClient client, RestFailure failure, RepositoryAddress address, Authorization authorization) {
        this.client = client;
        this.failure = failure;
        this.address = address;
        this.authorization = authorization;
    }

    /** A call of github-api. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    /**
     * Calls github-api.
     *
     * @throws DeployException if a request fails, or an answer cannot be read
     */
    <T> T call(Action doing, Call<T> call) {
        action = doing;
        try {
            return call.run();
        } catch (DeployException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // From an answer of another form. Without the cause: it may show the body of the answer.
            throw failure.unreadable(doing);
        }
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        URI uri = URI.create(request.url().toString());
        if (!uri.toString().startsWith(address.api() + "/")) {
            // The next page of a list, on another server.
            throw failure.unreadable(action);
        }
        InputStream body = request.body();
        RestAnswer answer = client.send(
                new RestRequest(
                        action,
                        request.method(),
                        uri,
                        request.allHeaders(),
                        body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8)),
                authorization);
        return new Response(request, answer);
    }

    private static final class Response extends GitHubConnectorResponse.ByteArrayResponse {
        private final String body;

        Response(GitHubConnectorRequest request, RestAnswer answer) {
            super(request, answer.status(), answer.headers().map());
            this.body = answer.body();
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
