package com.adorsys.webank.deploy.checks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The code of one Markdown file: every {@code java} block, compiled together with the files of the repository as the
 * file's {@code diff} blocks change them; and what of it is run.
 *
 * <p>A block without a class becomes the body of a method. A block without imports gets the usual ones.
 */
final class DocumentedCode {
    private static final String USUAL_IMPORTS = String.join(
            " ",
            "import com.adorsys.webank.deploy.argocd.*;",
            "import com.adorsys.webank.deploy.assertions.*;",
            "import com.adorsys.webank.deploy.audit.*;",
            "import com.adorsys.webank.deploy.check.*;",
            "import com.adorsys.webank.deploy.core.*;",
            "import com.adorsys.webank.deploy.documents.*;",
            "import com.adorsys.webank.deploy.dsl.*;",
            "import com.adorsys.webank.deploy.dsl.charts.*;",
            "import com.adorsys.webank.deploy.dsl.documents.*;",
            "import com.adorsys.webank.deploy.dsl.environment.*;",
            "import com.adorsys.webank.deploy.dsl.migration.*;",
            "import com.adorsys.webank.deploy.dsl.network.*;",
            "import com.adorsys.webank.deploy.dsl.pod.*;",
            "import com.adorsys.webank.deploy.dsl.values.*;",
            "import com.adorsys.webank.deploy.eks.*;",
            "import com.adorsys.webank.deploy.examples.environments.*;",
            "import com.adorsys.webank.deploy.gitops.*;",
            "import com.adorsys.webank.deploy.gitops.github.*;",
            "import com.adorsys.webank.deploy.helm.*;",
            "import com.adorsys.webank.deploy.identity.*;",
            "import com.adorsys.webank.deploy.manifest.*;",
            "import com.adorsys.webank.deploy.schema.*;",
            "import com.adorsys.webank.deploy.secret.*;",
            "import com.adorsys.webank.deploy.terraform.*;",
            "import com.adorsys.webank.deploy.tree.*;",
            "import com.adorsys.webank.deploy.yaml.*;",
            "import io.fabric8.kubernetes.api.model.ConfigMapBuilder;",
            "import io.fabric8.kubernetes.api.model.apps.Deployment;",
            "import java.nio.charset.StandardCharsets;",
            "import java.nio.file.Files;",
            "import java.nio.file.Path;",
            "import java.time.Duration;",
            "import java.time.OffsetDateTime;",
            "import java.util.List;",
            "import java.util.Map;",
            "import org.junit.jupiter.api.Test;",
            "import static com.adorsys.webank.deploy.assertions.DeployAssertions.*;");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:(?:public|final|abstract|sealed) )*(?:class|interface|record|enum) (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern CHANGED = Pattern.compile("(?m)^\\+\\+\\+ b/(\\S+)$");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import ");

    private final Path root;
    private final Markdown document;
    private final Path folder;
    private final List<Source> sources = new ArrayList<>();

    /** A source with the line of the document at which its second line stands. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;
        private final int line;
        private final String className;
        private final boolean isRun;

        Source(String className, String text, int line, boolean isRun) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.className = className;
            this.text = text;
            this.line = line;
            this.isRun = isRun;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /**
     * The code of a document.
     *
     * @param root the repository
     * @param folder an empty folder, in which the code is compiled and run
     */
    DocumentedCode(Path root, Markdown document, Path folder) throws IOException {
        this.root = root;
        this.document = document;
        this.folder = folder;
        for (Markdown.Block block : document.blocks("java")) {
            sources.add(source(block));
        }
        for (Map.Entry<String, String> file : changedFiles().entrySet()) {
            if (file.getKey().endsWith(".java")) {
                String text = "\n" + file.getValue();
                sources.add(new Source(className(text, "Changed"), text, 1, false));
            }
        }
    }

    private static Source source(Markdown.Block block) {
        Matcher type = TYPE.matcher(block.text());
        if (!type.find()) {
            String name = "Example" + block.line();
            return new Source(
                    name,
                    USUAL_IMPORTS + " final class " + name
                            + " { public static void main(String[] args) throws Exception {\n" + block.text() + "}}\n",
                    block.line(),
                    block.isRun());
        }
        boolean complete = IMPORT.matcher(block.text()).find()
                || PACKAGE.matcher(block.text()).find();
        String text = (complete ? "" : USUAL_IMPORTS) + "\n" + block.text();
        return new Source(className(text, type.group(1)), text, block.line(), block.isRun());
    }

    private static String className(String text, String otherwise) {
        Matcher type = TYPE.matcher(text);
        String name = type.find() ? type.group(1) : otherwise;
        Matcher inPackage = PACKAGE.matcher(text);
        return inPackage.find() ? inPackage.group(1) + "." + name : name;
    }

    /** The repository's files that the document changes, as {@code git apply} leaves them. */
    Map<String, String> changedFiles() throws IOException {
        Map<String, String> changed = new HashMap<>();
        Path copies = folder.resolve("changed");
        for (Markdown.Block block : document.blocks("diff")) {
            List<String> paths = new ArrayList<>();
            Matcher file = CHANGED.matcher(block.text());
            while (file.find()) {
                paths.add(file.group(1));
            }
            for (String path : paths) {
                Path copy = copies.resolve(path);
                if (Files.notExists(copy)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(root.resolve(path), copy);
                }
            }
            String said = applied(copies, block.text());
            if (paths.isEmpty() || !said.isEmpty()) {
                throw new AssertionError(document.place(block.line()) + ": git does not apply this diff: " + said);
            }
            for (String path : paths) {
                changed.put(path, Files.readString(copies.resolve(path)));
            }
        }
        return changed;
    }

    /** Applies a diff to a folder; returns what git says if it does not. */
    private static String applied(Path copies, String diff) throws IOException {
        Files.createDirectories(copies);
        Process git = new ProcessBuilder("git", "apply", "-")
                .directory(copies.toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream input = git.getOutputStream()) {
            input.write(diff.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return git.waitFor() == 0 ? "" : "exit " + git.exitValue() + " " + said;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Path classes() {
        return folder.resolve("target").resolve("classes");
    }

    /** Compiles everything; returns a line for each error and warning. */
    List<String> compile() throws IOException {
        Files.createDirectories(classes());
        if (sources.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes()));
            StringWriter other = new StringWriter();
            boolean done = compiler.getTask(
                            other,
                            files,
                            diagnostics,
                            List.of("-proc:none", "-Xlint:deprecation,unchecked,rawtypes", "--release", "17"),
                            null,
                            sources)
                    .call();
            List<String> found = new ArrayList<>();
            for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
                String place = diagnostic.getSource() instanceof Source source
                        ? document.place((int) diagnostic.getLineNumber() + source.line - 2)
                        : document.toString();
                found.add(place + ": " + diagnostic.getMessage(Locale.ROOT));
            }
            return done && other.toString().isEmpty() || !found.isEmpty() ? found : List.of(other.toString());
        }
    }

    /** Runs the blocks that are to be run, all in one process, in the folder; returns what failed. */
    String run() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(DocumentedCodeRunner.class.getName()));
        for (Source source : sources) {
            if (source.isRun) {
                arguments.add(source.className);
                arguments.add(document.place(source.line));
            }
        }
        if (arguments.size() == 1) {
            return "";
        }
        Result result = java(arguments);
        return result.code() == 0 ? "" : result.text();
    }

    /** Runs the tool as a process in the folder. */
    Result tool(List<String> arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("com.adorsys.webank.deploy.examples.cli.Main"));
        all.addAll(arguments);
        return java(all);
    }

    /** How a process ended, and what it said: first on standard output, then on standard error. */
    record Result(int code, String text) {}

    private Result java(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classes() + System.getProperty("path.separator") + System.getProperty("java.class.path")));
        command.addAll(arguments);
        Files.createDirectories(classes());
        Path out = folder.resolve("target").resolve("out.txt");
        Path err = folder.resolve("target").resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(document + ": " + arguments + " did not end");
        }
        return new Result(process.exitValue(), Files.readString(out) + Files.readString(err));
    }
}
