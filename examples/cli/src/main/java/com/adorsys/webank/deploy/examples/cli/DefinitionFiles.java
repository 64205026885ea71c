package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;

/** The CustomResourceDefinitions in files and folders; other documents are ignored. */
final class DefinitionFiles implements FileWalk.Visitor {
    static final String OPTION = "--schemas";

    private Definitions definitions = Definitions.none();

    private DefinitionFiles() {}

    /**
     * Reads paths.
     *
     * @throws DeployException.InvalidInput if one cannot be read, or contains no definition
     */
    static Definitions read(Console console, List<String> paths) {
        Definitions all = Definitions.none();
        List<Problem> problems = new ArrayList<>();
        for (String path : paths) {
            DefinitionFiles files = new DefinitionFiles();
            Findings findings = new Findings();
            new FileWalk(console, findings, ProblemCodes.NO_DEFINITIONS, files).visit(path);
            if (!findings.hasErrors() && files.definitions.isEmpty()) {
                findings.add(Problem.error(
                        ProblemCodes.NO_DEFINITIONS,
                        Location.ofFile(path),
                        "`" + OPTION + "` has no CustomResourceDefinition here",
                        "Name a file or a folder with the definitions of the custom resources"));
            }
            problems.addAll(findings.sorted());
            all = all.with(files.definitions);
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return all;
    }

    @Override
    public void file(String path, List<YamlDocument> documents) {
        for (YamlDocument document : documents) {
            if (document.tree() instanceof MapTree map
                    && Trees.text(map, "kind").equals("CustomResourceDefinition")) {
                Manifest manifest = Manifest.of(map, document.locations());
                definitions = definitions.with(Definitions.in(ManifestSet.of(manifest)));
            }
        }
    }
}
