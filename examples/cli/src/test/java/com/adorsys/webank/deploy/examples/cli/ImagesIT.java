package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code set-image}, {@code promote} and {@code diff}, with the git command line as the other side. */
class ImagesIT {
    private static final String REMOTE = " --repository remote.git --branch main";
    private static final String OBS = "ghcr.io/adorsys-gis/webank-online-banking";
    private static final String OBS_2 = OBS + "@sha256:" + "2".repeat(64);
    private static final String USERAPP_2 = "example.com/userapp@sha256:" + "2".repeat(64);

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void publish() throws Exception {
        tool = new Tool(folder);
        git("init", "--quiet", "--bare", "--initial-branch=main", "remote.git");
        assertThat(tool.run("publish" + REMOTE).code()).isZero();
    }

    @Test
    void an_image_and_what_it_changes_are_one_commit() throws Exception {
        clone("work");
        Files.createDirectories(folder.resolve("work/images"));
        Files.writeString(folder.resolve("work/images/dev.yaml"), "# Kept.\nobs: a/obs:1 # this too\n");
        push("work", "Add a lock file");

        Result result = tool.run("set-image --environment dev obs=" + OBS + ":1.4.0" + REMOTE);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("""
                environments/dev: 0 created, 4 changed, 0 deleted; at worst roll-out
                  ~ NetworkPolicy/webank/webank-obs (METADATA)
                """)
                .contains("-> \"" + OBS + ":1.4.0\"")
                .contains("\nPublished to main as ");
        assertThat(git("-C", "remote.git", "show", "--format=%s", "--name-only", "main"))
                .isEqualTo("""
                Set images of dev: obs=%s:1.4.0

                environments/dev/.webank-deploy
                environments/dev/obs/deployment-webank-obs.yaml
                environments/dev/obs/networkpolicy-webank-obs.yaml
                environments/dev/obs/service-webank-obs.yaml
                environments/dev/obs/serviceaccount-webank-obs.yaml
                images/dev.yaml
                """.formatted(OBS));
        assertThat(git("-C", "remote.git", "show", "main:images/dev.yaml"))
                .isEqualTo("# Kept.\nobs: " + OBS + ":1.4.0 # this too\n");

        Result again = tool.run("set-image --environment dev obs=" + OBS + ":1.4.0" + REMOTE);
        assertThat(again.out()).isEqualTo("No object changes.\n\nmain is up to date\n");
        assertThat(tool.run("publish" + REMOTE).out()).endsWith("\nmain is up to date\n");
        assertThat(tool.run("generate --check --repository remote.git").code()).isZero();
        assertThat(tool.run("generate --check --repository remote.git --revision main~1")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void pipelines_that_set_images_at_once_all_succeed() throws Exception {
        ExecutorService pipelines = Executors.newFixedThreadPool(3);
        try {
            List<Future<Result>> results = new ArrayList<>();
            for (String component : List.of("obs", "userapp", "prs")) {
                results.add(pipelines.submit(() -> new Tool(folder)
                        .run("set-image --environment dev " + component + "=example.com/" + component + ":2"
                                + REMOTE)));
            }
            for (Future<Result> result : results) {
                assertThat(result.get().code()).as(result.get().err()).isZero();
            }
        } finally {
            pipelines.shutdown();
        }
        assertThat(git("-C", "remote.git", "show", "main:images/dev.yaml").lines())
                .containsExactlyInAnyOrder(
                        "obs: example.com/obs:2", "userapp: example.com/userapp:2", "prs: example.com/prs:2");
        assertThat(tool.run("generate --check --repository remote.git").code()).isZero();
    }

    @Test
    void promote_gives_an_environment_the_healthy_images_of_another_and_nothing_else() throws Exception {
        assertThat(tool.run("set-image --environment staging obs=" + OBS_2 + REMOTE)
                        .code())
                .isZero();
        Git.recordHealth(folder.resolve("remote.git"), OBS_2);

        Result result = tool.run("promote --from staging --to prod" + REMOTE);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("environments/prod: 0 created, 1 changed, 0 deleted; at worst roll-out\n");
        assertThat(git("-C", "remote.git", "show", "main:images/prod.yaml")).isEqualTo("obs: " + OBS_2 + "\n");
        assertThat(git("-C", "remote.git", "log", "-1", "--format=%s", "main"))
                .isEqualTo("Promote the images of staging to prod\n");
        assertThat(tool.run("promote --from staging --to prod" + REMOTE).out())
                .isEqualTo("No object changes.\n\nmain is up to date\n");
    }

    @Test
    void promote_refuses_images_that_were_not_recorded_as_healthy() throws Exception {
        assertThat(tool.run("set-image --environment staging obs=" + OBS_2 + " userapp=" + USERAPP_2 + REMOTE)
                        .code())
                .isZero();
        String before = git("-C", "remote.git", "rev-parse", "main");
        String promote = "promote --from staging --to prod" + REMOTE;
        String remedy =
                ". Run `webank-deploy wait --environment staging --revision SHA --record --repository URI` for the"
                        + " commit that deploys it, or add `--ignore-health`.\n";
        assertThat(tool.run(promote))
                .isEqualTo(new Result(
                        2,
                        "",
                        "webank-deploy: fetch\nwebank-deploy: compare\n"
                                + "webank-deploy: error HEALTH_NOT_RECORDED environment.staging.images.userapp: the image"
                                + " `" + USERAPP_2 + "` was not recorded as healthy in `staging`; nothing was"
                                + " recorded there" + remedy
                                + "webank-deploy: error HEALTH_NOT_RECORDED environment.staging.images.obs: the image `"
                                + OBS_2
                                + "` was not recorded as healthy in `staging`; nothing was recorded there"
                                + remedy));

        String commit = Git.recordHealth(folder.resolve("remote.git"), OBS + ":1.9.0", USERAPP_2);
        assertThat(tool.run(promote).err())
                .isEqualTo("webank-deploy: fetch\nwebank-deploy: compare\n"
                        + "webank-deploy: error HEALTH_NOT_RECORDED environment.staging.images.obs: the image `" + OBS_2
                        + "` was not recorded as healthy in `staging`; the last record is that"
                        + " argocd/webank-staging was healthy at " + commit + ", seen at 2026-11-28T10:00:00Z with "
                        + USERAPP_2 + ", " + OBS + ":1.9.0" + remedy);
        assertThat(git("-C", "remote.git", "rev-parse", "main")).isEqualTo(before);

        Result ignored = tool.run(promote + " --ignore-health");
        assertThat(ignored.code()).as(ignored.err()).isZero();
        assertThat(git("-C", "remote.git", "show", "main:images/prod.yaml")).contains("obs: " + OBS_2 + "\n");
    }

    @Test
    void promote_refuses_a_tag_where_digests_are_required() throws Exception {
        assertThat(tool.run("set-image --environment staging obs=" + OBS + ":2.0.0" + REMOTE)
                        .code())
                .isZero();
        Git.recordHealth(folder.resolve("remote.git"), OBS + ":2.0.0");
        String before = git("-C", "remote.git", "rev-parse", "main");

        Result result = tool.run("promote --from staging --to prod" + REMOTE);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("error IMAGE_DIGEST_MISSING environment.prod.Deployment/webank/webank-obs"
                        + ".spec.template.spec.containers[0].image: the image `" + OBS + ":2.0.0` has no digest");
        assertThat(git("-C", "remote.git", "rev-parse", "main")).isEqualTo(before);
    }

    @Test
    void promote_refuses_an_environment_that_is_not_published_as_the_model_has_it() throws Exception {
        clone("work");
        git("-C", "work", "rm", "-r", "--quiet", "environments/prod/obs");
        push("work", "Remove something");

        Result result = tool.run("promote --from staging --to prod" + REMOTE);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("error TREE_OUTDATED environment.prod: the branch does not have the"
                        + " environment as the model has it now: ");
    }

    @Test
    void diff_shows_what_changed_between_revisions_and_between_environments() throws Exception {
        assertThat(tool.run("set-image --environment dev obs=" + OBS + ":2.0.0" + REMOTE)
                        .code())
                .isZero();

        Result text = tool.run("diff --repository remote.git --from main~1 --to main --exit-code 3");
        assertThat(text.code()).as(text.err()).isEqualTo(3);
        assertThat(text.out()).contains("  ~ Deployment/webank/webank-obs (ROLL_OUT)\n");
        assertThat(tool.run("diff --repository remote.git --from main~1 --output markdown")
                        .out())
                .startsWith("""
                        ### `environments/dev`

                        0 created, 4 changed, 0 deleted; at worst roll-out.

                        - change `NetworkPolicy/webank/webank-obs`: **metadata**
                        """);
        assertThat(tool.run("diff --repository remote.git --from main~1 --output json")
                        .out())
                .startsWith("{\"changeClass\":\"ROLL_OUT\",\"environments\":[");
        assertThat(tool.run("diff --repository remote.git --from main~1 --environment prod")
                        .out())
                .isEqualTo("No object changes.\n");

        Result model = tool.run("diff --from-environment staging --to-environment prod");
        assertThat(model.code()).as(model.err()).isZero();
        assertThat(model.out()).startsWith("staging -> prod: 2 created, ");
        Result published = tool.run("diff --from-environment dev --to-environment staging --repository remote.git");
        assertThat(published.out()).contains(OBS + ":2.0.0\" -> ");
    }

    @Test
    void bad_input_ends_with_2_and_publishes_nothing() throws Exception {
        String before = git("-C", "remote.git", "rev-parse", "main");
        for (String command : List.of(
                "set-image --environment dev obs" + REMOTE,
                "set-image --environment dev obs=A/B" + REMOTE,
                "set-image --environment dev ops=a/b:1" + REMOTE,
                "set-image --environment dve obs=a/b:1" + REMOTE,
                "set-image --environment dev" + REMOTE,
                "promote --from prod --to prod" + REMOTE,
                "diff --repository remote.git",
                "diff --repository remote.git --from main --output xml",
                "generate --repository remote.git",
                "generate --check --repository remote.git --out x")) {
            Result result = tool.run(command);
            assertThat(result.code()).as(command + result.out() + result.err()).isEqualTo(2);
        }
        assertThat(tool.run("diff --repository remote.git --from mian").code()).isEqualTo(4);
        assertThat(git("-C", "remote.git", "rev-parse", "main")).isEqualTo(before);
    }

    private void clone(String name) throws Exception {
        git("clone", "--quiet", "remote.git", name);
    }

    private void push(String clone, String message) throws Exception {
        git("-C", clone, "add", "--all");
        git(
                "-C",
                clone,
                "-c",
                "user.name=Other",
                "-c",
                "user.email=other@example.com",
                "commit",
                "--quiet",
                "-m",
                message);
        git("-C", clone, "push", "--quiet", "origin", "HEAD:main");
    }

    private String git(String... arguments) throws Exception {
        return Git.run(folder, arguments);
    }
}
