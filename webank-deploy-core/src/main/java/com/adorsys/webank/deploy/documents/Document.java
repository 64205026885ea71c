package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import java.util.Optional;

/** One document of a file, and what is known of the file. Immutable. */
public final class Document {
    private final YamlDocument yaml;
    private final int position;
    private final DocumentFile file;

    Document(YamlDocument yaml, int position, DocumentFile file) {
        this.yaml = yaml;
        this.position = position;
        this.file = file;
    }

    /** An object of this document, if it is a list. */
    Document with(YamlDocument object) {
        return object == yaml ? this : new Document(object, position, file);
    }

    /** The document as it was read. */
    public YamlDocument yaml() {
        return yaml;
    }

    /** The content. */
    public Tree tree() {
        return yaml.tree();
    }

    /** The places of the parts of the content. */
    public Locations locations() {
        return yaml.locations();
    }

    /** Whether it is the first document of its file. */
    public boolean isFirst() {
        return position == 0;
    }

    /** Whether its file was named, and not found in a folder. */
    public boolean isNamed() {
        return file.isNamed();
    }

    /** The Helm chart whose {@code Chart.yaml} is in the same folder as the file; empty if there is none. */
    public Optional<DocumentChart> chart() {
        return file.folder().chart();
    }

    /** Whether it has {@code apiVersion} or {@code kind}, as an object of Kubernetes has. */
    public boolean isTyped() {
        return tree() instanceof MapTree map && (map.has("apiVersion") || map.has("kind"));
    }

    DocumentFile file() {
        return file;
    }

    /** The file, no content. */
    @Override
    public String toString() {
        return yaml.toString();
    }
}
