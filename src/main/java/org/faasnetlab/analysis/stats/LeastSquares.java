package org.faasnetlab.analysis.stats;

/** Least-squares lines through any range of a list of points, each in constant time by precomputed sums. */
public final class LeastSquares {
    private final double[] x;
    private final double[] sumX;
    private final double[] sumY;
    private final double[] sumXx;
    private final double[] sumXy;
    private final double[] sumYy;

    public LeastSquares(double[] x, double[] y) {
        this.x = x;
        sumX = new double[x.length + 1];
        sumY = new double[x.length + 1];
        sumXx = new double[x.length + 1];
        sumXy = new double[x.length + 1];
        sumYy = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            sumX[i + 1] = sumX[i] + x[i];
            sumY[i + 1] = sumY[i] + y[i];
            sumXx[i + 1] = sumXx[i] + x[i] * x[i];
            sumXy[i + 1] = sumXy[i] + x[i] * y[i];
            sumYy[i + 1] = sumYy[i] + y[i] * y[i];
        }
    }

    /**
     * @param from first point
     * @param to the point after the last one; a single point has a line of slope 0 through it
     */
    public StraightLine through(int from, int to) {
        double n = to - from;
        double meanX = (sumX[to] - sumX[from]) / n;
        double meanY = (sumY[to] - sumY[from]) / n;
        if (n == 1) {
            return new StraightLine(meanY, 0, 0);
        }
        double xx = sumXx[to] - sumXx[from] - n * meanX * meanX;
        double xy = sumXy[to] - sumXy[from] - n * meanX * meanY;
        double yy = sumYy[to] - sumYy[from] - n * meanY * meanY;
        double slope = xy / xx;
        return new StraightLine(meanY - slope * meanX, slope, Math.max(0, yy - slope * xy));
    }

    int points() {
        return x.length;
    }
}
