package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.tree.FileTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A chart repository: archives, and the {@code index.yaml} by which Helm finds them. Immutable.
 *
 * @see <a href="https://helm.sh/docs/topics/chart_repository/#the-index-file">The index file</a>
 */
public final class ChartRepository {
    private static final String INDEX = "index.yaml";

    private final List<ChartArchive> archives;
    private final String url;
    private final @Nullable Instant created;

    private ChartRepository(List<ChartArchive> archives, String url, @Nullable Instant created) {
        this.archives = archives;
        this.url = url;
        this.created = created;
    }

    /**
     * A repository of archives, in any order.
     *
     * @throws DeployException.InvalidInput if two have the same name and version; build metadata counts
     */
    public static ChartRepository of(Collection<ChartArchive> archives) {
        ChartChecks checks = new ChartChecks("");
        Map<String, ChartArchive> byName = new TreeMap<>();
        for (ChartArchive archive : archives) {
            if (byName.put(archive.fileName(), archive) != null) {
                checks.error(
                        ProblemCodes.DUPLICATE,
                        "archives",
                        "two archives have the name " + Problem.quote(archive.fileName()),
                        "give one of the charts another version");
            }
        }
        checks.throwIfAny();
        List<ChartArchive> sorted = new ArrayList<>(byName.values());
        sorted.sort(Comparator.comparing(
                        (ChartArchive archive) -> archive.metadata().name())
                .thenComparing(archive -> archive.metadata().version(), Comparator.reverseOrder()));
        return new ChartRepository(List.copyOf(sorted), "", null);
    }

    /**
     * A copy whose index has absolute addresses of the archives. Default: the archives are beside the index.
     *
     * @param url the address of the folder with the archives, {@code https://host/path}
     * @throws DeployException.InvalidInput if it is not an address
     */
    public ChartRepository withUrl(String url) {
        ChartChecks checks = new ChartChecks("");
        checks.page("url", url);
        checks.throwIfAny();
        return new ChartRepository(archives, url.endsWith("/") ? url : url + "/", created);
    }

    /** A copy whose index says when the archives were made, which Helm only shows. Default: it does not. */
    public ChartRepository withCreated(Instant time) {
        return new ChartRepository(archives, url, time);
    }

    /** The archives, by name and then from the newest version to the oldest. */
    public List<ChartArchive> archives() {
        return archives;
    }

    /** The text of {@code index.yaml}. */
    public String index() {
        Optional<String> time = Optional.ofNullable(created).map(Instant::toString);
        Map<String, List<Tree>> byChart = new TreeMap<>();
        for (ChartArchive archive : archives) {
            MapTree.Builder entry = archive.metadata().tree().toBuilder();
            time.ifPresent(text -> entry.put("created", text));
            entry.put("digest", archive.digest());
            entry.put("urls", ListTree.ofStrings(List.of(url + archive.fileName())));
            byChart.computeIfAbsent(archive.metadata().name(), name -> new ArrayList<>())
                    .add(entry.build());
        }
        MapTree.Builder entries = MapTree.builder();
        byChart.forEach((name, versions) -> entries.put(name, ListTree.of(versions)));
        MapTree.Builder index = MapTree.builder().put("apiVersion", "v1").put("entries", entries.build());
        time.ifPresent(text -> index.put("generated", text));
        return ChartTexts.yaml(index.build());
    }

    /** The folder to serve: the archives and {@code index.yaml}. */
    public FileTree tree() {
        FileTree.Builder tree = FileTree.builder().put(INDEX, index());
        for (ChartArchive archive : archives) {
            tree.put(archive.fileName(), archive.bytes());
        }
        return tree.build();
    }

    /** The names of the archives. */
    @Override
    public String toString() {
        return archives.toString();
    }
}
