package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import org.immutables.value.Value;

/** Who maintains a chart. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class ChartMaintainer implements WithChartMaintainer {
    /** Where its problems are, until the maintainer is part of a chart. */
    static final String PATH = "maintainer";

    ChartMaintainer() {}

    /**
     * A maintainer without address.
     *
     * @throws DeployException.InvalidInput if the name is empty, or has several lines
     */
    public static ChartMaintainer of(String name) {
        return builder().name(name).build();
    }

    /**
     * A builder: {@code name}, then {@code email} and {@code url}.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} if a part is not valid.
     */
    public static ImmutableChartMaintainer.NameBuildStage builder() {
        return ImmutableChartMaintainer.builder();
    }

    /** The name of a person or a team. */
    public abstract String name();

    /** The address for mail. Default: none. */
    public abstract Optional<String> email();

    /** The address of a page. Default: none. */
    public abstract Optional<String> url();

    @Value.Check
    void check() {
        ChartChecks checks = new ChartChecks(PATH);
        checks.line("name", name());
        if (email().isPresent()) {
            checks.email("email", email().get());
        }
        if (url().isPresent()) {
            checks.page("url", url().get());
        }
        checks.throwIfAny();
    }

    MapTree tree() {
        MapTree.Builder tree = MapTree.builder(3).put("name", name());
        email().ifPresent(text -> tree.put("email", text));
        url().ifPresent(text -> tree.put("url", text));
        return tree.build();
    }

    /** Reads what {@link ChartShape} has accepted. */
    static ChartMaintainer of(MapTree tree) {
        return ImmutableChartMaintainer.builder()
                .name(tree.string("name").orElse(""))
                .email(tree.string("email"))
                .url(tree.string("url"))
                .build();
    }
}
