package com.adorsys.webank.deploy.dsl.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Expressions on lines, beside the formatter of the project. */
class CodeLayoutTest {
    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void an_expression_has_the_lines_that_the_formatter_gives_it(@ForAll("statements") Code code) {
        String source = "class A {\n    Object a() {\n" + CodeLayout.returning(code, 8) + "    }\n}\n";
        assertThat(source).isEqualTo(WrittenClasses.formatted(source));
    }

    @Provide
    Arbitrary<Code> statements() {
        return chain(3, Arbitraries.integers().between(0, 8), comments()).map(chain -> chain);
    }

    private static Arbitrary<Code.Chain> chain(
            int depth, Arbitrary<Integer> lengths, Arbitrary<List<String>> comments) {
        Arbitrary<Code.Chain> first = Arbitraries.frequencyOf(
                Tuple.of(
                        5,
                        Combinators.combine(
                                        Arbitraries.<Class<?>>of(Image.class, MapTree.class, OnlineBanking.class),
                                        names(),
                                        arguments(depth))
                                .as((type, name, arguments) -> Code.call(type, name, arguments.toArray(new Code[0])))),
                Tuple.of(1, names().map(Code::own)));
        Arbitrary<Code.Link> link =
                Combinators.combine(names(), arguments(depth), comments).as(Code.Link::new);
        return Combinators.combine(
                        first, lengths.flatMap(length -> link.list().ofSize(length)), Arbitraries.of(true, false))
                .as((start, links, isBuilt) -> {
                    Code.Chain chain = start;
                    for (Code.Link each : links) {
                        chain = chain.then(each);
                    }
                    return isBuilt ? chain.then("build") : chain;
                });
    }

    private static Arbitrary<List<Code>> arguments(int depth) {
        return Arbitraries.frequency(Tuple.of(1, 0), Tuple.of(3, 1), Tuple.of(1, 2), Tuple.of(1, 3))
                .flatMap(count -> code(depth - 1).list().ofSize(count));
    }

    private static Arbitrary<Code> code(int depth) {
        Arbitrary<Code> atoms = Arbitraries.oneOf(
                names().map(Code::text),
                Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(90).map(Code::text),
                Arbitraries.of("%s", "{0}", "\u00e9\n\"").map(Code::text),
                Arbitraries.integers().map(Code::number));
        if (depth == 0) {
            return atoms;
        }
        Arbitrary<Integer> lengths = Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1), Tuple.of(1, 4));
        return Arbitraries.frequencyOf(
                Tuple.of(1, atoms),
                Tuple.of(
                        2,
                        chain(depth, lengths, Arbitraries.just(List.<String>of()))
                                .map(chain -> chain)));
    }

    private static Arbitrary<List<String>> comments() {
        return Arbitraries.frequency(Tuple.of(9, List.<String>of()), Tuple.of(1, List.of("the first", "the second")));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(name -> "x" + name);
    }
}
