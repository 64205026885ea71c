package com.adorsys.webank.deploy.audit;

/** The text of a page that is being written. Whatever is not written by {@link #raw} is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder(8192);

    /** Adds markup, which must be constant. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Adds a text, on one line or several, without control characters and well-known tokens. */
    Html text(String text) {
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            escaped(text.substring(from, end));
            page.append('\n');
            from = end + 1;
        }
        escaped(text.substring(from));
        return this;
    }

    private void escaped(String line) {
        String shown = Printable.of(line);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
    }

    /** Adds an element that contains only a text. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
