package com.adorsys.webank.deploy.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every tree, every folder and every moment at which a run is cut off. */
class FileTreePropertiesTest {
    /** A few names that meet often, as files and as folders. */
    private static final Arbitrary<String> NAMES = Arbitraries.of("a", "b", "c.yaml");

    @Provide
    Arbitrary<Map<String, String>> files() {
        Arbitrary<String> paths = NAMES.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("/", parts));
        return Arbitraries.maps(paths, Arbitraries.of("1", "2", "3"))
                .ofMaxSize(6)
                .map(FileTreePropertiesTest::withoutNesting);
    }

    @Provide
    Arbitrary<FileTree> trees() {
        return files().map(files -> tree("environments/dev", files));
    }

    /** Leaves out each file whose path is a folder of another. */
    private static Map<String, String> withoutNesting(Map<String, String> files) {
        SortedMap<String, String> kept = new TreeMap<>(files);
        kept.keySet().removeIf(path -> files.keySet().stream().anyMatch(other -> other.startsWith(path + "/")));
        return kept;
    }

    private static FileTree tree(String scope, Map<String, String> files) {
        FileTree.Builder builder = FileTree.builder(scope);
        files.forEach(builder::put);
        return builder.build();
    }

    private static SortedMap<String, String> texts(FileTree tree) {
        SortedMap<String, String> texts = new TreeMap<>();
        tree.files().forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    private static void inFolder(Consumer<Path> test) {
        Path root;
        try {
            root = Files.createTempDirectory("tree");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            test.accept(root);
        } finally {
            if (Files.exists(root)) {
                Folders.remove(root);
            }
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void what_was_written_is_up_to_date(@ForAll("trees") FileTree tree) {
        inFolder(root -> {
            TreeChanges changes = tree.writeTo(root);

            assertThat(changes.created()).isEqualTo(tree.paths());
            assertThat(Folders.files(root)).isEqualTo(texts(tree));
            assertThat(tree.compareWith(root).isEmpty()).isTrue();
            assertThat(tree.writeTo(root).unchanged()).isEqualTo(tree.paths());
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void one_tree_after_another_leaves_exactly_the_second(
            @ForAll("trees") FileTree first, @ForAll("trees") FileTree second) {
        inFolder(root -> {
            first.writeTo(root);
            TreeChanges expected = second.compareWith(root);

            assertThat(second.writeTo(root)).isEqualTo(expected);
            assertThat(expected.problems()).isEmpty();

            inFolder(fresh -> {
                second.writeTo(fresh);
                assertThat(Folders.contents(root)).isEqualTo(Folders.contents(fresh));
            });
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void files_of_others_survive_and_a_refusal_changes_nothing(
            @ForAll("files") Map<String, String> foreign,
            @ForAll("trees") FileTree first,
            @ForAll("trees") FileTree second) {
        inFolder(root -> {
            foreign.forEach((path, text) -> Folders.write(root, path, text));
            for (FileTree tree : new FileTree[] {first, second}) {
                SortedMap<String, String> before = Folders.contents(root);
                try {
                    tree.writeTo(root);
                    assertThat(Folders.files(root)).containsAllEntriesOf(texts(tree));
                } catch (InvalidInput refused) {
                    assertThat(Folders.contents(root)).isEqualTo(before);
                }
                SortedMap<String, String> after = Folders.files(root);
                foreign.forEach((path, text) -> {
                    // One that had the content of a generated file was adopted, and is not foreign any more.
                    if (!text.equals(texts(first).get(path))
                            && !text.equals(texts(second).get(path))) {
                        assertThat(after).containsEntry(path, text);
                    }
                });
            }
        });
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void other_scopes_survive(@ForAll("files") Map<String, String> mine, @ForAll("files") Map<String, String> others) {
        FileTree tree = tree("environments/dev", mine);
        FileTree other = tree("environments/prod", others);
        inFolder(root -> {
            other.writeTo(root);
            try {
                tree.writeTo(root);
                tree("environments/dev", Map.of()).writeTo(root);
            } catch (InvalidInput refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
            assertThat(Folders.files(root)).isEqualTo(texts(other));
        });
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_run_that_was_cut_off_anywhere_is_completed_by_the_next(
            @ForAll("trees") FileTree before,
            @ForAll("trees") FileTree cut,
            @ForAll("trees") FileTree next,
            @ForAll @IntRange(min = 0, max = 40) int changes) {
        inFolder(root -> {
            Folders.write(root, "mine/notes.txt", "mine");
            before.writeTo(root);
            writeUntilCut(cut, new CutDisk(root, changes));

            next.writeTo(root);

            SortedMap<String, String> expected = texts(next);
            expected.put("mine/notes.txt", "mine");
            assertThat(Folders.files(root)).isEqualTo(expected);
        });
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void at_every_moment_each_file_is_old_or_new(
            @ForAll("trees") FileTree before,
            @ForAll("trees") FileTree after,
            @ForAll @IntRange(max = 40) int changes) {
        inFolder(root -> {
            before.writeTo(root);
            boolean wasCut = writeUntilCut(after, new CutDisk(root, changes));

            SortedMap<String, String> files = Folders.files(root);
            files.forEach((path, text) -> {
                if (!path.contains(TreeIndex.NAME)) {
                    assertThat(text).isIn(texts(before).get(path), texts(after).get(path));
                }
            });
            Set<String> inBoth = new TreeSet<>(before.paths());
            inBoth.retainAll(after.paths());
            assertThat(files.keySet()).containsAll(inBoth);
            if (!wasCut) {
                assertThat(files).isEqualTo(texts(after));
            }
        });
    }

    /** Returns whether the run was cut off before it was over. */
    private static boolean writeUntilCut(FileTree tree, CutDisk disk) {
        try {
            TreeWriter.write(tree, disk, HandEdits.REPORT);
            return false;
        } catch (CutDisk.Cut killed) {
            return true;
        }
    }

    @Property(tries = 300)
    void every_path_is_written_below_the_folder_or_refused(@ForAll String path) {
        try {
            FileTree tree = FileTree.builder().put(path, "1").build();
            inFolder(root -> {
                Path out = root.resolve("out");
                tree.writeTo(out);
                assertThat(Folders.files(root)).hasSize(2).containsKey("out/" + path);
            });
        } catch (DeployException refused) {
            assertThat(refused).isInstanceOf(InvalidInput.class).hasMessageNotContaining("\n");
        }
    }
}
