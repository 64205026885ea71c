package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.ArrayList;
import java.util.List;

/** Texts of {@code Warning} headers, as <a href="https://www.rfc-editor.org/rfc/rfc7234#section-5.5">RFC 7234</a> writes them. */
final class WarningHeaders {
    private WarningHeaders() {}

    /** The quoted texts of headers such as {@code 299 - "would violate PodSecurity"}, without the credentials of URLs. */
    static List<String> texts(List<String> headers) {
        if (headers.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (String header : headers) {
            int at = 0;
            while (true) {
                int open = header.indexOf('"', at);
                if (open < 0) {
                    break;
                }
                StringBuilder text = new StringBuilder();
                int i = open + 1;
                while (i < header.length() && header.charAt(i) != '"') {
                    if (header.charAt(i) == '\\' && i + 1 < header.length()) {
                        i++;
                    }
                    text.append(header.charAt(i++));
                }
                texts.add(UrlCredentials.masked(text.toString()));
                at = i + 1;
            }
        }
        return List.copyOf(texts);
    }
}
