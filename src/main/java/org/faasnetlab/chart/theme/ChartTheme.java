package org.faasnetlab.chart.theme;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Set;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How every chart looks, and the language of its texts. The colours of lines follow Okabe and Ito, "Color Universal Design" (2008), which people with
 * colour-blindness tell apart, darkened or lightened until each has a contrast of 3:1 to the background. More lines take
 * them again with other widths, so that no two of {@value #DISTINCT_LINES} look alike. Dashes are no means to tell lines apart:
 * they mark what was not measured, see {@code LegendItems}.
 *
 * @param background of the whole chart
 * @param text titles
 * @param muted subtitles, axes and ticks
 * @param grid lines behind the data
 * @param lines colours of lines, in order
 * @param accent line and area where there is one of it
 * @param aggregate all functions together, beside lines of single functions
 * @param badge background of the mark of a simulated network
 * @param badgeText text on it
 * @param language of titles, axes and legends; English in files
 * @param highlighted numbers of the lines that stand out, while the others are pale; empty if none does
 */
public record ChartTheme(
        Color background,
        Color text,
        Color muted,
        Color grid,
        List<Color> lines,
        Color accent,
        Color aggregate,
        Color badge,
        Color badgeText,
        Phrase.Language language,
        Set<Integer> highlighted) {

    /** So many lines differ in colour or width. */
    public static final int DISTINCT_LINES = 21;

    /** Relative widths of the lines of the first round of colours, the second and the third. */
    private static final double[] WIDTHS = {1, 2, 0.5};

    private static final double HIGHLIGHTED_WIDTH = 1.6;
    /** Opacity of lines behind a highlighted one. */
    private static final int BACKGROUND = 45;

    private static final Color BLUE = new Color(0x0072B2);
    private static final Color SKY = new Color(0x56B4E9);

    public static final ChartTheme LIGHT = new ChartTheme(
            Color.WHITE,
            new Color(0x1F2328),
            new Color(0x59636E),
            new Color(0xE4E8EC),
            List.of(
                    BLUE,
                    new Color(0xD55E00),
                    new Color(0x00875F),
                    new Color(0xB8558F),
                    new Color(0xA87000),
                    new Color(0x4B3FA8),
                    new Color(0x7B4A2D)),
            BLUE,
            new Color(0x44546A),
            new Color(0xFFF1D6),
            new Color(0x7A4B00),
            Phrase.Language.ENGLISH,
            Set.of());

    public static final ChartTheme DARK = new ChartTheme(
            new Color(0x0D1117),
            new Color(0xF0F3F6),
            new Color(0x9DA7B3),
            new Color(0x262C36),
            List.of(
                    SKY,
                    new Color(0xE69F00),
                    new Color(0x22B58A),
                    new Color(0xCC79A7),
                    new Color(0xF07F4F),
                    new Color(0xF0E442),
                    new Color(0xB3A5FF)),
            SKY,
            new Color(0xA9B8CC),
            new Color(0x4A3209),
            new Color(0xFFD58A),
            Phrase.Language.ENGLISH,
            Set.of());

    public ChartTheme {
        lines = List.copyOf(lines);
        highlighted = Set.copyOf(highlighted);
    }

    /** The same theme with texts in another language. */
    public ChartTheme in(Phrase.Language other) {
        return new ChartTheme(
                background, text, muted, grid, lines, accent, aggregate, badge, badgeText, other, highlighted);
    }

    /** The same theme, in which these lines stand out. */
    public ChartTheme highlighting(Set<Integer> numbers) {
        return new ChartTheme(
                background, text, muted, grid, lines, accent, aggregate, badge, badgeText, language, numbers);
    }

    /** A text in the language of the chart. */
    public String text(Phrase phrase) {
        return phrase.in(language);
    }

    /** Texts in the language of the chart. */
    public List<String> texts(List<Phrase> phrases) {
        return phrases.stream().map(this::text).toList();
    }

    /** Colour of a line, numbered from 0. */
    public Color line(int number) {
        return shade(number, lines.get(number % lines.size()));
    }

    /** The colour of something that belongs to a line: pale while other lines stand out. */
    public Color shade(int number, Color color) {
        return highlighted.isEmpty() || highlighted.contains(number) ? color : behind(color);
    }

    /** The colour of a line behind a highlighted one. */
    public static Color behind(Color color) {
        return withAlpha(color, BACKGROUND);
    }

    /**
     * Stroke of a line, numbered from 0: with its colour, it identifies the line.
     *
     * @param width of a line of the first round of colours
     */
    public BasicStroke stroke(int number, double width) {
        double relative =
                WIDTHS[number / lines.size() % WIDTHS.length] * (highlighted.contains(number) ? HIGHLIGHTED_WIDTH : 1);
        return new BasicStroke((float) (width * relative), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** What all small words of a chart are written in. */
    public static Font smallFont() {
        return Typeface.awt(Font.PLAIN, 12);
    }

    /** In the program's {@link Typeface}. */
    public Font font(int style, float size) {
        return Typeface.awt(style, size);
    }

    /** A colour with an opacity of at most this, from 0 to 255. */
    public static Color withAlpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), Math.min(alpha, color.getAlpha()));
    }

    public void style(JFreeChart chart) {
        chart.setBackgroundPaint(background);
        chart.setBorderVisible(false);
        chart.setPadding(new RectangleInsets(12, 12, 8, 20));
        chart.getRenderingHints().put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.getRenderingHints().put(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        chart.getRenderingHints().put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    public void style(XYPlot plot) {
        plot.setBackgroundPaint(background);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(grid);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(withAlpha(muted, 140));
        plot.setRangeZeroBaselineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessageFont(smallFont());
        plot.setNoDataMessagePaint(muted);
    }

    public void style(ValueAxis axis) {
        axis.setLabelFont(smallFont());
        axis.setLabelPaint(muted);
        axis.setTickLabelFont(smallFont());
        axis.setTickLabelPaint(muted);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(4, 4, 4, 6));
    }
}
