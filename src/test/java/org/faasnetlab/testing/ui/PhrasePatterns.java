package org.faasnetlab.testing.ui;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.faasnetlab.format.Phrase;

/** The patterns of all phrases that the sources of the program make. */
public final class PhrasePatterns {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String MADE_BY = "Phrase.of";

    /**
     * A place where a phrase is made.
     *
     * @param arguments number of values that it gets
     */
    public record Use(String file, String pattern, int arguments) {}

    private PhrasePatterns() {}

    /**
     * All of them, in the order of the sources.
     *
     * @throws IllegalStateException if a pattern is no literal, so that nobody could know its translation is missing
     */
    public static List<Use> inSources() throws IOException {
        List<Use> uses = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromFiles(sources()));
            task.parse()
                    .forEach(unit -> unit.accept(
                            new Scanner(
                                    Path.of(unit.getSourceFile().toUri())
                                            .getFileName()
                                            .toString(),
                                    uses),
                            null));
        }
        return uses;
    }

    private static List<File> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(PhrasePatterns::makesPhrases)
                    .sorted()
                    .map(Path::toFile)
                    .toList();
        }
    }

    private static boolean makesPhrases(Path file) {
        try {
            return Files.readString(file).contains(Phrase.class.getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final String file;
        private final List<Use> uses;

        Scanner(String file, List<Use> uses) {
            this.file = file;
            this.uses = uses;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (call.getMethodSelect().toString().equals(MADE_BY)) {
                add(call.getArguments().get(0), call.getArguments().size() - 1);
            }
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
            if (reference.toString().equals("Phrase::of")) {
                throw new IllegalStateException(file + ": the pattern of a phrase is no literal: " + reference);
            }
            return super.visitMemberReference(reference, unused);
        }

        private void add(ExpressionTree pattern, int arguments) {
            if (pattern instanceof ConditionalExpressionTree either) {
                add(either.getTrueExpression(), arguments);
                add(either.getFalseExpression(), arguments);
            } else if (pattern instanceof ParenthesizedTree inside) {
                add(inside.getExpression(), arguments);
            } else {
                uses.add(new Use(file, literal(pattern), arguments));
            }
        }

        private String literal(ExpressionTree pattern) {
            if (pattern instanceof LiteralTree text && text.getValue() instanceof String value) {
                return value;
            }
            if (pattern instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return literal(sum.getLeftOperand()) + literal(sum.getRightOperand());
            }
            throw new IllegalStateException(file + ": the pattern of a phrase is no literal: " + pattern);
        }
    }
}
