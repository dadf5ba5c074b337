package org.faasnetlab.ui.common.control;

import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** Drawings of places without content, in the colours of the theme. They say nothing that the text beside them does not. */
public enum Drawing {
    /** A timeline with burst and baseline. */
    TIMELINE {
        @Override
        void draw(Group drawing) {
            drawing.getChildren().add(frame(0, HEIGHT));
            for (int line = 1; line <= 3; line++) {
                drawing.getChildren().add(styled(new Line(12, line * 22, WIDTH - 12, line * 22), "drawing-grid"));
            }
            drawing.getChildren()
                    .add(styled(
                            new Polyline(
                                    14, 76, 16, 20, 40, 20, 46, 58, 62, 54, 78, 60, 96, 56, 112, 59, WIDTH - 14, 57),
                            "drawing-curve"));
            for (int function = 0; function < 3; function++) {
                drawing.getChildren().add(styled(bar(100 + function * 12, 12, 8, 8), "drawing-function"));
            }
        }
    },

    /** A list of runs. */
    RUNS {
        @Override
        void draw(Group drawing) {
            for (int row = 0; row < 3; row++) {
                double top = row * 32;
                drawing.getChildren()
                        .addAll(
                                frame(top, 26),
                                styled(bar(10, top + 7, 40 - row * 6, 4), "drawing-text"),
                                styled(bar(10, top + 15, 28 + row * 4, 4), "drawing-text"),
                                styled(
                                        new Polyline(
                                                78,
                                                top + 20,
                                                82,
                                                top + 6,
                                                92,
                                                top + 6,
                                                96,
                                                top + 16,
                                                WIDTH - 12,
                                                top + 16),
                                        "drawing-curve"));
            }
        }
    },

    /** A list of messages. */
    MESSAGES {
        @Override
        void draw(Group drawing) {
            drawing.getChildren().add(frame(0, HEIGHT));
            int[] lengths = {84, 60, 92, 48};
            for (int row = 0; row < lengths.length; row++) {
                drawing.getChildren()
                        .addAll(
                                styled(bar(14, 16 + row * 18, 6, 6), "drawing-function"),
                                styled(bar(30, 17 + row * 18, lengths[row], 4), "drawing-text"));
            }
        }
    };

    private static final double WIDTH = 140;
    private static final double HEIGHT = 90;

    /** A new node with the drawing. */
    public Node node() {
        Group drawing = new Group();
        draw(drawing);
        drawing.setMouseTransparent(true);
        drawing.getStyleClass().add("drawing");
        return drawing;
    }

    abstract void draw(Group drawing);

    /** Grey bars in place of rows that are being read. */
    static Node bars(int rows) {
        Group drawing = new Group();
        IntStream.range(0, rows).forEach(row -> {
            drawing.getChildren().add(styled(bar(0, row * 44, 150 - row % 3 * 30, 10), "skeleton-bar"));
            drawing.getChildren().add(styled(bar(0, row * 44 + 18, 90 + row % 2 * 40, 8), "skeleton-bar"));
        });
        return drawing;
    }

    private static Rectangle frame(double top, double height) {
        Rectangle frame = new Rectangle(0, top, WIDTH, height);
        frame.setArcWidth(12);
        frame.setArcHeight(12);
        return styled(frame, "drawing-frame");
    }

    private static Rectangle bar(double left, double top, double width, double height) {
        Rectangle bar = new Rectangle(left, top, width, height);
        bar.setArcWidth(4);
        bar.setArcHeight(4);
        return bar;
    }

    private static <S extends Shape> S styled(S shape, String style) {
        shape.getStyleClass().add(style);
        return shape;
    }
}
