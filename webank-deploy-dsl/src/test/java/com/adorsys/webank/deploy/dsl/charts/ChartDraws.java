package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws values of a chart from its table: mostly valid ones, of any shape that the schema accepts. */
final class ChartDraws {
    private static final String[] ODD_TEXTS = {
        "no",
        "1e3",
        "0x1F",
        "~",
        "null",
        "true",
        "1.0",
        "",
        " ",
        "a: b",
        "# x",
        "{{ .Values }}",
        "'",
        "\"",
        "\\",
        "ü",
        "日本",
        "😀",
        "-",
        "- a",
        "@x",
        "%",
        "<nil>",
        "a\nb",
        "a\n",
        "\ta",
        "1_000",
        "0o7",
        "2024-01-01",
        "=",
        "!!str x",
        "&a",
        "*a",
        "<>&",
        "NaN",
        ".inf",
        "12:30:45",
        "+1",
        "y",
        "|",
        ">",
        "[]",
        "{}"
    };

    private static final String[] KNOWN_TEXTS = {
        "arn:aws:acm:eu-central-1:1:certificate/a",
        "a.example.com",
        "10.0.0.0/24",
        "10.0.0.0/8",
        "10.1.2.0/20",
        "sha256:" + "ab".repeat(32),
        "2001:db8::/64",
        "ALL",
        "FOO_BAR",
        "status.podIP",
        "1Gi",
        "100m",
        "0.5",
        "25%"
    };

    private static final String[] KEYS = {
        "app.kubernetes.io/name",
        "a",
        "b",
        "example.com/x",
        "helm.sh/chart",
        "alb.ingress.kubernetes.io/scheme",
        "alb.ingress.kubernetes.io/healthcheck-path",
        "kubernetes.io/ingress.class",
        "eks.amazonaws.com/role-arn"
    };
    private static final String[] AMOUNTS = {"100m", "1", "1Gi", "64Mi", "0.5", "1e3", "2"};
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-";
    private static final int DEEPEST = 5;

    private final Random random;

    ChartDraws(Random random) {
        this.random = random;
    }

    /** Values for some of the rows of a chart, and of its parts. */
    MapTree values(ValuesReading chart) {
        MapTree values = MapTree.of();
        for (String name : chart.parts().keySet()) {
            ValuesReading part = chart.parts().get(name);
            if (part != null && random.nextInt(4) > 0) {
                MapTree own = values(part).without("global");
                own = random.nextInt(12) == 0 ? own : own.without("namespaceOverride");
                values = values.with(
                        name, random.nextInt(12) == 0 ? own.with("enabled", ScalarTree.of(random.nextBoolean())) : own);
            }
        }
        for (Row row : chart.dialect().rows()) {
            if (!row.isSection() && random.nextInt(3) == 0) {
                Tree value = value(row);
                values = value == null ? values : Trees.with(values, value, Point.keys(row.path()));
            }
        }
        return values;
    }

    /** A value for a row, one in sixty outside of its shape; null if none was found. */
    private Tree value(Row row) {
        for (int i = 0; i < 30; i++) {
            Tree value = tree(row.shape(), 1);
            boolean isValid = ShapeCheck.problems(row.shape(), value, Locations.none()).stream()
                    .noneMatch(Problem::isError);
            if (isValid || random.nextInt(60) == 0) {
                return value;
            }
        }
        return null;
    }

    /** A name of a release. */
    String release(String chart) {
        return random.nextInt(4) == 0 ? "my-" + chart + "-x" : "r" + word().replace("-", "") + "x";
    }

    private Tree tree(Shape shape, int depth) {
        if (shape.isNullable() && random.nextInt(8) == 0) {
            return ScalarTree.ofNull();
        }
        return switch (shape.kind()) {
            case STRING -> ScalarTree.of(text(shape));
            case INTEGER -> ScalarTree.of(number(shape));
            case BOOL -> ScalarTree.of(random.nextBoolean());
            case QUANTITY -> ScalarTree.of(one(AMOUNTS));
            case ENUM ->
                ScalarTree.of(shape.values().get(random.nextInt(shape.values().size())));
            case LIST -> list(shape, depth);
            case MAP -> map(shape, depth);
            case OBJECT -> object(shape, depth);
            case EITHER -> tree(shape.alternatives().get(random.nextInt(2)), depth);
            case NUMBER -> ScalarTree.of(random.nextInt(5));
            case ANY -> ScalarTree.of(word());
        };
    }

    private long number(Shape shape) {
        long least = Math.max(shape.min(), -5);
        long most = Math.min(Math.min(shape.max(), 70_000), least + 30);
        return random.nextInt(4) == 0 ? least : least + (long) (random.nextDouble() * (most - least));
    }

    private ListTree list(Shape shape, int depth) {
        List<Tree> items = new ArrayList<>();
        int count = shape.isNotEmpty() ? 1 + random.nextInt(2) : random.nextInt(3);
        for (int i = 0; i < count; i++) {
            items.add(tree(shape.item(), depth + 1));
        }
        return ListTree.of(items);
    }

    private MapTree map(Shape shape, int depth) {
        MapTree map = MapTree.of();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String key = random.nextInt(5) == 0 ? one(KEYS) : word();
            if (shape.grammar().isEmpty() || shape.grammar().get().apply(key).isEmpty()) {
                map = map.with(key, tree(shape.item(), depth + 1));
            }
        }
        return map;
    }

    private MapTree object(Shape shape, int depth) {
        MapTree map = MapTree.of();
        for (ShapeKey key : shape.keys().all()) {
            boolean isDrawn = depth < DEEPEST && random.nextInt(depth < 2 ? 2 : 4) == 0;
            if (key.requiredIn().isPresent() || isDrawn) {
                map = map.with(key.name(), tree(key.shape(), depth + 1));
            }
        }
        return map;
    }

    private String text(Shape shape) {
        for (int i = 0; i < 40; i++) {
            String text = switch (random.nextInt(8)) {
                case 0, 1 -> one(ODD_TEXTS);
                case 2 -> word().repeat(1 + random.nextInt(6));
                case 3 -> word() + "." + word();
                case 4 -> word() + "/" + word();
                case 5 -> "/" + word();
                case 6 -> one(KNOWN_TEXTS);
                default -> word();
            };
            if (shape.complaint(text).isEmpty()) {
                return text;
            }
        }
        return shape.example().isEmpty() ? word() : shape.example();
    }

    private String word() {
        if (random.nextInt(20) == 0) {
            return "web";
        }
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            boolean isEnd = i == 0 || i == length - 1;
            word.append(LETTERS.charAt(random.nextInt(isEnd ? LETTERS.length() - 1 : LETTERS.length())));
        }
        return word.toString();
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
