package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Only images that one of some signers has signed may run, in a whole cluster. Immutable.
 *
 * <p>It is written for one of two admission controllers, which must be installed: {@link #kyverno} or {@link #sigstore}. The
 * object has no namespace and holds for all environments of a cluster, so it is not one of the manifests of an environment: who
 * manages the cluster applies it, as the bootstrap of Argo CD.
 *
 * <p>Both controllers replace a tag by the digest of the image that was verified, which Argo CD shows as a difference; so name
 * images by digests: {@link ImagePolicy#DIGESTS_REQUIRED}.
 */
@Value.Immutable
@DeployStyle
public abstract class SignaturePolicy implements WithSignaturePolicy {
    /** What happens to a pod with an image that nobody trusted has signed. */
    public enum Action {
        /** It is refused. */
        ENFORCE("Deny", "Fail", "enforce"),
        /** It is admitted, with a warning. */
        WARN("Warn", "Ignore", "warn");

        private final String validation;
        private final String failure;
        private final String mode;

        Action(String validation, String failure, String mode) {
            this.validation = validation;
            this.failure = failure;
            this.mode = mode;
        }
    }

    private static final String FULCIO = "https://fulcio.sigstore.dev";
    private static final String REKOR = "https://rekor.sigstore.dev";

    SignaturePolicy() {}

    /**
     * A builder: {@code name}, then {@code addImages} and {@code addSigners}, at least one of each.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableSignaturePolicy.NameBuildStage builder() {
        return ImmutableSignaturePolicy.builder();
    }

    /** The name of the object, a DNS subdomain. */
    public abstract String name();

    /** The images that must be signed: how they begin, and {@code **} for all that follows: {@code ghcr.io/adorsys-gis/**}. */
    public abstract List<String> images();

    /** Who may sign; a signature of one of them is enough. */
    public abstract List<ImageSigner> signers();

    /** What happens to a pod with another image. Default: it is refused. */
    @Value.Default
    public Action action() {
        return Action.ENFORCE;
    }

    /** A copy that holds for further images. */
    public final SignaturePolicy plusImages(String... further) {
        return withImages(Additions.to(images(), further));
    }

    /** A copy with further signers. */
    public final SignaturePolicy plusSigners(ImageSigner... further) {
        return withSigners(Additions.to(signers(), further));
    }

    /**
     * The policy for Kyverno 1.17 or later: an ImageValidatingPolicy. It looks at containers of every sort.
     *
     * @see <a href="https://kyverno.io/docs/policy-types/image-validating-policy/">ImageValidatingPolicy</a>
     */
    public final Manifest kyverno() {
        List<Tree> attestors = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ImageSigner signer : signers()) {
            String attestor = "signer" + (names.size() + 1);
            names.add("attestors." + attestor);
            attestors.add(MapTree.of("name", attestor)
                    .with("cosign", signer.tree().with("ctlog", MapTree.of("url", REKOR))));
        }
        List<Tree> validations = new ArrayList<>();
        for (String containers : List.of("containers", "initContainers", "ephemeralContainers")) {
            validations.add(MapTree.of(
                            "expression",
                            "images." + containers + ".map(image, verifyImageSignatures(image, ["
                                    + String.join(", ", names) + "])).all(count, count > 0)")
                    .with("message", "an image of the " + containers + " has no signature of a trusted signer"));
        }
        MapTree pods = MapTree.of("apiGroups", ListTree.ofStrings(List.of("")))
                .with("apiVersions", ListTree.ofStrings(List.of("v1")))
                .with("operations", ListTree.ofStrings(List.of("CREATE", "UPDATE")))
                .with("resources", ListTree.ofStrings(List.of("pods", "pods/ephemeralcontainers")));
        return manifest(
                "policies.kyverno.io/v1",
                "ImageValidatingPolicy",
                MapTree.builder(8)
                        .put("validationActions", ListTree.ofStrings(List.of(action().validation)))
                        .put("failurePolicy", action().failure)
                        .put(
                                "webhookConfiguration",
                                MapTree.builder(1).put("timeoutSeconds", 30).build())
                        .put("matchConstraints", MapTree.of("resourceRules", ListTree.of(pods)))
                        .put("matchImageReferences", globs())
                        .put("attestors", ListTree.of(attestors))
                        .put("validations", ListTree.of(validations))
                        .build());
    }

    /**
     * The policy for the policy controller of Sigstore: a ClusterImagePolicy. The controller looks only at namespaces with the
     * label {@code policy.sigstore.dev/include: "true"}, which {@link NamespaceSettings#labels} can set.
     *
     * @see <a href="https://docs.sigstore.dev/policy-controller/overview/">Policy Controller</a>
     */
    public final Manifest sigstore() {
        List<Tree> authorities = new ArrayList<>();
        for (ImageSigner signer : signers()) {
            Optional<MapTree> keyless = signer.tree().map("keyless");
            MapTree trusted =
                    keyless.isPresent() ? MapTree.of("keyless", keyless.get().with("url", FULCIO)) : signer.tree();
            authorities.add(trusted.with("ctlog", MapTree.of("url", REKOR)));
        }
        return manifest(
                "policy.sigstore.dev/v1beta1",
                "ClusterImagePolicy",
                MapTree.builder(4)
                        .put("mode", action().mode)
                        .put("images", globs())
                        .put("authorities", ListTree.of(authorities))
                        .build());
    }

    private Manifest manifest(String apiVersion, String kind, MapTree spec) {
        return Manifest.of(MapTree.builder(4)
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", MapTree.of("name", name()))
                .put("spec", spec)
                .build());
    }

    private ListTree globs() {
        List<Tree> globs = new ArrayList<>();
        for (String image : images()) {
            globs.add(MapTree.of("glob", image));
        }
        return ListTree.of(globs);
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("signaturePolicy");
        checks.subdomain("name", Optional.of(name()));
        atLeastOne(checks, "images", images());
        atLeastOne(checks, "signers", signers());
        for (String image : images()) {
            if (!isGlob(image)) {
                checks.error(
                        ProblemCodes.TEXT_INVALID,
                        "images",
                        Problem.quoteImage(image) + " is not the beginning of images with `**` for the rest",
                        "Write it as in `ghcr.io/adorsys-gis/**`: a single `*` means one thing to Kyverno and another to the"
                                + " policy controller, and without `**` no digest matches");
            }
        }
        checks.throwIfAny();
    }

    private static void atLeastOne(ValueChecks checks, String field, List<?> values) {
        if (values.isEmpty()) {
            checks.error(ProblemCodes.LIST_EMPTY, field, "the list is empty", "Give at least one");
        }
    }

    private static boolean isGlob(String text) {
        if (!text.endsWith("**")) {
            return false;
        }
        for (int i = 0; i < text.length() - 2; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') && "-_:/.@".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
