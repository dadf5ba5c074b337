package org.faasnetlab.chart.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.Size2D;
import org.jspecify.annotations.Nullable;

/** Title and subtitle on the left, and on the right the mark of a simulated network. */
final class HeadingTitle extends Title {
    private static final long serialVersionUID = 1L;

    static final Phrase SIMULATED = Phrase.of("simulated network");

    private static final double INDENT = 8;
    private static final double HEIGHT = 56;
    /** Of the mark alone: smaller, because the plots need the room. */
    private static final double MARK_HEIGHT = 22;

    private static final double TITLE_BASE = 18;
    private static final double SUBTITLE_BASE = 38;
    private static final double BADGE_HEIGHT = 24;
    private static final double SMALL_BADGE_HEIGHT = 18;
    private static final double BADGE_PADDING = 10;

    private final transient ChartTheme theme;
    private final transient ChartHeading head;

    HeadingTitle(ChartTheme theme, ChartHeading head) {
        this.theme = theme;
        this.head = head;
        setPosition(RectangleEdge.TOP);
    }

    @Override
    public Size2D arrange(Graphics2D graphics, RectangleConstraint constraint) {
        double height = !head.title().isEmpty() ? HEIGHT : head.simulated() ? MARK_HEIGHT : 0;
        return new Size2D(constraint.getWidthRange().getUpperBound(), height);
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        float x = (float) (area.getX() + INDENT);
        graphics.setFont(theme.font(Font.BOLD, 18));
        graphics.setPaint(theme.text());
        graphics.drawString(theme.text(head.title()), x, (float) (area.getY() + TITLE_BASE));
        graphics.setFont(theme.font(Font.PLAIN, 13));
        graphics.setPaint(theme.muted());
        graphics.drawString(fitting(theme.text(head.subtitle()), graphics, area.getWidth() - 2 * INDENT), x, (float)
                (area.getY() + SUBTITLE_BASE));
        if (head.simulated()) {
            drawBadge(graphics, area);
        }
    }

    /** The text, or as much of it as there is room for. */
    private static String fitting(String text, Graphics2D graphics, double width) {
        FontMetrics metrics = graphics.getFontMetrics();
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 0 && metrics.stringWidth(text.substring(0, length) + "\u2026") > width) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + "\u2026";
    }

    private void drawBadge(Graphics2D graphics, Rectangle2D area) {
        boolean small = head.title().isEmpty();
        double height = small ? SMALL_BADGE_HEIGHT : BADGE_HEIGHT;
        graphics.setFont(theme.font(Font.BOLD, small ? 11 : 12));
        FontMetrics metrics = graphics.getFontMetrics();
        String mark = theme.text(SIMULATED);
        double width = metrics.stringWidth(mark) + 2 * BADGE_PADDING;
        double x = area.getMaxX() - width;
        graphics.setPaint(theme.badge());
        graphics.fill(new RoundRectangle2D.Double(x, area.getY(), width, height, height / 2, height / 2));
        graphics.setPaint(theme.badgeText());
        double base = area.getY() + (height + metrics.getAscent() - metrics.getDescent()) / 2;
        graphics.drawString(mark, (float) (x + BADGE_PADDING), (float) base);
    }

    @Override
    public @Nullable Object draw(Graphics2D graphics, Rectangle2D area, Object parameters) {
        draw(graphics, area);
        return null;
    }
}
