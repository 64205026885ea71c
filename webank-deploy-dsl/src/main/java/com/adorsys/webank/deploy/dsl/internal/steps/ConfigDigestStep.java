package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.check.Reference;
import com.adorsys.webank.deploy.check.References;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.ConfigDigest;
import com.adorsys.webank.deploy.dsl.internal.SecretVersions;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rolls pods out when the configuration that they read changes. */
public final class ConfigDigestStep extends LibraryStep {
    private static final String VERSIONS = Names.DOMAIN + "secret-versions";

    ConfigDigestStep() {
        super(
                "config-digest",
                Phase.DIGEST,
                ChangeClass.ROLL_OUT,
                "pods read variables from ConfigMaps and Secrets only when they start, so a change must restart them",
                KUBERNETES + "concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically");
    }

    @Override
    public List<ReleasePart> applyTo(List<ReleasePart> parts, StepContext context) {
        SecretVersions versions = new SecretVersions();
        boolean hasConfiguration = false;
        for (ReleasePart part : parts) {
            if (part.component().isPresent()) {
                versions.add(part.component().get());
            }
            for (MapTree object : part.objects()) {
                hasConfiguration |= ConfigDigest.isConfiguration(Trees.text(object, "kind"));
            }
        }
        for (String secret : versions.conflicts()) {
            context.report(Problem.error(
                    ProblemCodes.SETTING_CONFLICT,
                    Location.of("secret." + secret + ".version"),
                    "references to the Secret " + Problem.quote(secret) + " have different versions",
                    "Give all of them the same version"));
        }
        return hasConfiguration || !versions.versions().isEmpty() ? annotated(parts, versions.versions()) : parts;
    }

    private static List<ReleasePart> annotated(List<ReleasePart> parts, Map<String, String> versions) {
        ConfigDigest digest = ConfigDigest.of(set(parts));
        List<ReleasePart> changed = new ArrayList<>(parts.size());
        for (ReleasePart part : parts) {
            ReleasePart annotated = part;
            for (MapTree object : part.objects()) {
                if (ConfigDigest.rollsOut(Trees.text(object, "kind"))) {
                    Manifest workload = Manifest.of(object);
                    annotated = annotated.with(
                            ConfigDigest.annotated(digest.annotated(workload), VERSIONS, versions(workload, versions)));
                }
            }
            changed.add(annotated);
        }
        return changed;
    }

    private static ManifestSet set(List<ReleasePart> parts) {
        List<Manifest> all = new ArrayList<>();
        for (ReleasePart part : parts) {
            for (MapTree object : part.objects()) {
                all.add(Manifest.of(object));
            }
        }
        return ManifestSet.of(all);
    }

    /** The versions of the Secrets that pods refer to: {@code rds-secret=3,webank-obs-secret=2026-11}. */
    private static String versions(Manifest workload, Map<String, String> versions) {
        Set<String> found = new TreeSet<>();
        if (!versions.isEmpty()) {
            for (Reference reference : References.insidePodsOf(workload)) {
                String version = versions.get(reference.name());
                if (reference.kind().equals("Secret") && version != null) {
                    found.add(reference.name() + "=" + version);
                }
            }
        }
        return String.join(",", found);
    }

    /**
     * Computes the digests of a rendered release again, after patches and with the manifests beside it. Manifests of others stay
     * as they are.
     *
     * @param rendered the release as the posture rendered it
     * @param all all manifests, with patches
     */
    public static ManifestSet refreshed(Posture posture, ManifestSet rendered, ManifestSet all) {
        boolean hasConfiguration = false;
        for (Manifest manifest : all.manifests()) {
            hasConfiguration |= ConfigDigest.isConfiguration(manifest.kind());
        }
        if (!hasConfiguration || !isPartOf(posture)) {
            return all;
        }
        ConfigDigest digest = ConfigDigest.of(all);
        ManifestSet refreshed = all;
        for (Manifest manifest : all.manifests()) {
            if (ConfigDigest.rollsOut(manifest.kind()) && rendered.has(manifest.id())) {
                MapTree annotated = digest.annotated(manifest);
                refreshed = annotated.equals(manifest.tree()) ? refreshed : refreshed.with(Manifest.of(annotated));
            }
        }
        return refreshed;
    }

    private static boolean isPartOf(Posture posture) {
        for (PostureStep step : posture.steps()) {
            if (step instanceof ConfigDigestStep) {
                return true;
            }
        }
        return false;
    }
}
