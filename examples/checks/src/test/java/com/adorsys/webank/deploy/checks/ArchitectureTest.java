package com.adorsys.webank.deploy.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The packages, the arrows between them, and which of them may know which library. */
class ArchitectureTest {
    private static final String ROOT = "com.adorsys.webank.deploy.";

    /** Each package and what it may use, beside what that uses in turn. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            entry("core", List.of()),
            entry("schema", List.of("core")),
            entry("manifest", List.of("schema")),
            entry("yaml", List.of("manifest")),
            entry("check", List.of("manifest")),
            entry("documents", List.of("yaml", "check")),
            entry("tree", List.of("core")),
            entry("helm", List.of("yaml", "tree", "check")),
            entry("secret", List.of("yaml")),
            entry("argocd", List.of("check", "secret")),
            entry("terraform", List.of("core")),
            entry("identity", List.of("yaml")),
            entry("audit", List.of("yaml", "tree", "check")),
            entry("gitops", List.of("audit")),
            entry("assertions", List.of("yaml", "tree", "check")),
            entry("dsl", List.of("documents", "helm", "argocd", "terraform", "identity")),
            entry("eks", List.of("helm", "argocd", "terraform", "gitops")));

    /** The modules and their packages; every other module is an example, which may use all of them. */
    private static final Map<String, Set<String>> MODULES = Map.of(
            "core",
            Set.of(
                    "core",
                    "schema",
                    "manifest",
                    "yaml",
                    "check",
                    "documents",
                    "tree",
                    "helm",
                    "secret",
                    "argocd",
                    "terraform",
                    "identity",
                    "audit",
                    "gitops",
                    "assertions"),
            "dsl",
            Set.of("dsl"),
            "eks",
            Set.of("eks"));

    private static final Pattern MODULE = Pattern.compile("/webank-deploy-([a-z]+)/target/");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            // What tests of other modules share comes as a jar of its own.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT.substring(0, ROOT.length() - 1));
    private static final JavaClasses LIBRARY = ALL.that(describe("of the library", c -> module(c) != null));

    @Test
    void classes_of_the_library_are_seen() {
        assertThat(LIBRARY).isNotEmpty();
    }

    @Test
    void each_package_lies_in_its_module() {
        classes()
                .should(satisfy(
                        "lie in a package of their module",
                        c -> MODULES.get(module(c)).contains(part(c))))
                .check(LIBRARY);
    }

    @Test
    void packages_use_only_what_their_arrows_say() {
        classes().should(dependOnlyAlongTheArrows()).check(LIBRARY);
    }

    @Test
    void no_package_depends_on_itself_through_others() {
        slices().assignedFrom(packagesWithTheirInternals())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void an_internal_package_is_used_only_below_its_parent() {
        classes().should(useOnlyTheirOwnInternals()).check(ALL);
    }

    @Test
    void fabric8_is_known_only_to_the_typed_views_the_assertions_and_the_cluster() {
        noClasses()
                .that(notIn("assertions", "eks"))
                .and(notFabric8Views())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .check(LIBRARY);
    }

    @Test
    void overloads_have_no_type_of_fabric8_so_that_hosts_without_it_compile() {
        noOverloadsWith("io.fabric8.").check(LIBRARY);
        assertThat(noOverloadsWith("java.util.function.").evaluate(LIBRARY).hasViolation())
                .as("the rule sees types in the signatures of overloads")
                .isTrue();
    }

    @Test
    void a_cluster_is_reached_only_from_eks() {
        noClasses()
                .that(notIn("eks"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "io.fabric8.kubernetes.client..")
                .check(LIBRARY);
    }

    @Test
    void the_aws_sdk_is_known_only_to_one_package_and_to_the_type_that_takes_a_provider_of_credentials() {
        ArchRule rule = onlyIn(
                "software.amazon..",
                "com\\.adorsys\\.webank\\.deploy\\.eks\\.((Immutable)?EksCluster(\\$.*)?|internal\\.aws\\..*)");
        rule.check(LIBRARY);
        assertThat(onlyIn("software.amazon..", "nobody").evaluate(LIBRARY).hasViolation())
                .as("the rule sees those who do use it")
                .isTrue();
    }

    @Test
    void within_eks_a_client_is_known_only_to_who_makes_it_and_to_who_sends_requests() {
        ArchRule rule = onlyIn(
                "io.fabric8.kubernetes.client..",
                "com\\.adorsys\\.webank\\.deploy\\.eks\\.(EksClient|internal\\.(api|aws|connect)\\..*)");
        rule.check(LIBRARY);
        assertThat(onlyIn("io.fabric8.kubernetes.client..", "nobody")
                        .evaluate(LIBRARY)
                        .hasViolation())
                .as("the rule sees those who do use it")
                .isTrue();
    }

    @Test
    void yaml_is_parsed_only_in_yaml() {
        noClasses()
                .that(notIn("yaml"))
                .and(notFabric8Views())
                // What the API server and GitHub say is JSON, and read as it comes.
                .and()
                .resideOutsideOfPackages(ROOT + "eks.internal.api", ROOT + "gitops.github")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..", "org.snakeyaml..", "org.yaml..")
                .check(LIBRARY);
    }

    @Test
    void data_is_bound_only_in_the_fabric8_views() {
        noClasses()
                .that(notFabric8Views())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml.jackson.databind..")
                .check(LIBRARY);
    }

    @Test
    void git_is_known_only_to_gitops() {
        noClasses()
                .that(notIn("gitops"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jgit..", "org.apache.sshd..", "org.bouncycastle..")
                .check(LIBRARY);
    }

    @Test
    void the_api_of_github_is_known_only_to_one_package() {
        ArchRule rule = onlyIn("org.kohsuke..", "com\\.adorsys\\.webank\\.deploy\\.gitops\\.github\\..*");
        rule.check(LIBRARY);
        assertThat(onlyIn("org.kohsuke..", "nobody").evaluate(LIBRARY).hasViolation())
                .as("the rule sees those who do use it")
                .isTrue();
    }

    @Test
    void assertj_is_known_only_to_the_assertions() {
        noClasses()
                .that(notIn("assertions"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assertj..")
                .check(LIBRARY);
    }

    @Test
    void what_renders_knows_no_clock_chance_or_environment() {
        noClasses()
                .that(notIn("gitops", "eks", "tree", "assertions"))
                .should()
                .callMethodWhere(describe(
                        "its result depends on more than its arguments",
                        call -> Set.of(
                                        "java.lang.System.currentTimeMillis",
                                        "java.lang.System.nanoTime",
                                        "java.lang.System.getenv",
                                        "java.lang.System.lineSeparator",
                                        "java.lang.Math.random",
                                        "java.time.Instant.now",
                                        "java.time.LocalDate.now",
                                        "java.time.LocalDateTime.now",
                                        "java.time.ZonedDateTime.now",
                                        "java.time.OffsetDateTime.now",
                                        "java.time.ZoneId.systemDefault",
                                        "java.time.Clock.systemUTC",
                                        "java.util.UUID.randomUUID",
                                        "java.util.Locale.getDefault",
                                        "java.util.TimeZone.getDefault",
                                        "java.nio.charset.Charset.defaultCharset")
                                .contains(call.getTargetOwner().getName() + "." + call.getName())))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.util.random..")
                        .or(describe("is a Random", c -> c.isAssignableTo(java.util.Random.class))))
                .check(LIBRARY);
    }

    @Test
    void what_renders_opens_no_connection() {
        noClasses()
                .that(notIn("gitops", "eks"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..")
                .check(LIBRARY);
    }

    @Test
    void the_model_and_the_manifests_touch_no_file() {
        noClasses()
                .that(describe(
                        "in the core, schema, manifest, check or dsl",
                        c -> Set.of("core", "schema", "manifest", "check", "dsl")
                                .contains(part(c))))
                .and(describe("no reader of values", c -> !c.getPackageName().startsWith(ROOT + "dsl.values")))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.file\\.Files|java\\.io\\.(File|File[A-Z]\\w+|RandomAccessFile)")
                .check(LIBRARY);
    }

    @Test
    void the_library_prints_nothing() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(LIBRARY);
    }

    @Test
    void no_public_name_says_only_that_it_does_something() {
        noClasses()
                .that()
                .arePublic()
                .should()
                .haveNameMatching(".*(Manager|Utils?|Helper|Impl)")
                .check(ALL);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(packages(ALL))
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info.java with @NullMarked", p.getName())
                        .isTrue());
    }

    /** That nothing but classes of these names depends on a package. */
    private static ArchRule onlyIn(String library, String names) {
        return noClasses()
                .that()
                .haveNameNotMatching(names)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /**
     * That no public class has several methods or constructors of one name of which any has a type of a library in its
     * signature: to choose among them the compiler reads the signatures of all.
     */
    private static ArchRule noOverloadsWith(String library) {
        return classes()
                .that(notIn("eks"))
                .and()
                .arePublic()
                .should(new ArchCondition<>("have no overloads with types of " + library) {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        Map<String, List<JavaCodeUnit>> byName =
                                item.getCodeUnits().stream().collect(Collectors.groupingBy(JavaCodeUnit::getName));
                        byName.values().stream()
                                .filter(overloads -> overloads.size() > 1)
                                .flatMap(List::stream)
                                .filter(overload -> typesOfSignature(overload)
                                        .anyMatch(type -> type.getName().startsWith(library)))
                                .forEach(overload ->
                                        events.add(SimpleConditionEvent.violated(overload, overload.getDescription())));
                    }
                });
    }

    /** The types of the result and the parameters, with their type arguments and the bounds of type variables. */
    private static Stream<JavaClass> typesOfSignature(JavaCodeUnit method) {
        return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    /** The library's module that a class comes from, from its folder or its jar; null for an example's. */
    private static @Nullable String module(JavaClass c) {
        Matcher matcher = MODULE.matcher(
                c.getSource().map(source -> source.getUri().toString()).orElse(""));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** The first name below the root package: {@code dsl} for {@code com.adorsys.webank.deploy.dsl.internal}. */
    private static String part(JavaClass c) {
        String name = c.getPackageName() + ".";
        return name.startsWith(ROOT) ? name.substring(ROOT.length(), name.indexOf('.', ROOT.length())) : "";
    }

    private static Set<String> reachable(String part) {
        Set<String> reachable = new TreeSet<>(Set.of(part));
        ARROWS.getOrDefault(part, List.of()).forEach(next -> reachable.addAll(reachable(next)));
        return reachable;
    }

    private static ArchCondition<JavaClass> dependOnlyAlongTheArrows() {
        return forDependencies("depend only along the arrows", d -> {
            String target = part(d.getTargetClass());
            return target.isEmpty() || reachable(part(d.getOriginClass())).contains(target);
        });
    }

    private static ArchCondition<JavaClass> useOnlyTheirOwnInternals() {
        return forDependencies("use only their own internals", d -> {
            String target = d.getTargetClass().getPackageName() + ".";
            int internal = target.indexOf(".internal.");
            return !target.startsWith(ROOT)
                    || internal < 0
                    || (d.getOriginClass().getPackageName() + ".").startsWith(target.substring(0, internal + 1));
        });
    }

    private static ArchCondition<JavaClass> forDependencies(String description, Predicate<Dependency> allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(allowed.negate())
                        .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> satisfy(String description, Predicate<JavaClass> condition) {
        return ArchCondition.from(describe(description, condition));
    }

    private static DescribedPredicate<JavaClass> notIn(String... parts) {
        return describe(
                "outside " + String.join(", ", parts), c -> !Set.of(parts).contains(part(c)));
    }

    /** Those whose methods take and give fabric8's objects, and what they do that with. */
    private static DescribedPredicate<JavaClass> notFabric8Views() {
        Pattern view =
                Pattern.compile(Pattern.quote(ROOT) + "manifest\\.(ManifestSet|ManifestPatch|TypedViews)(\\$.*)?");
        return describe("no fabric8 views", c -> !view.matcher(c.getName()).matches());
    }

    /** A package and its internals are one room. */
    private static SliceAssignment packagesWithTheirInternals() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass c) {
                String name = c.getPackageName();
                return name.startsWith(ROOT)
                        ? SliceIdentifier.of(name.substring(ROOT.length()).replaceFirst("(^|\\.)internal(\\..*)?$", ""))
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages with their internals";
            }
        };
    }

    private static List<JavaPackage> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackage).distinct().toList();
    }
}
