package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/** Every image of a pod is named by its digest: those of containers of every sort, and of volumes. */
final class ImageDigestCheck implements Check {
    static final ImageDigestCheck INSTANCE = new ImageDigestCheck();

    private ImageDigestCheck() {}

    @Override
    public String name() {
        return "imageDigests";
    }

    @Override
    public Reach reach() {
        return Reach.OBJECT;
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        for (Manifest manifest : manifests) {
            Report report = new Report(manifest, manifests, into);
            Pods pods = Pods.likely(manifest);
            for (Pods.Container container : pods.containers()) {
                check(Trees.text(container.tree(), "image"), container.path("image"), report);
            }
            ListTree volumes = Trees.list(pods.spec(), "volumes");
            for (int i = 0; i < volumes.size(); i++) {
                check(
                        Trees.text(Trees.map(volumes, i), "image", "reference"),
                        pods.path("volumes[" + i + "].image.reference"),
                        report);
            }
        }
    }

    private static void check(String text, String path, Report report) {
        if (text.isEmpty()) {
            return;
        }
        String shown;
        try {
            Image image = Image.parse(text);
            if (image.digest().isPresent()) {
                return;
            }
            shown = "`" + image + "`";
        } catch (InvalidInput e) {
            shown = Problem.quoteImage(text);
        }
        report.error(
                ProblemCodes.IMAGE_DIGEST_MISSING,
                path,
                "the image " + shown + " has no digest, so another image can get its name",
                "name it by the digest that the registry shows for it, as in `ghcr.io/owner/name@sha256:...`; lock files and"
                        + " `set-image` take digests too");
    }
}
