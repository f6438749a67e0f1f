package org.ronghe.engines.site.program;

import java.util.Arrays;

/// Minimise a linear cost over columns with bounds, some of them whole, under linear rows.
public final class MixedProgram {
  private double[] lower = new double[64];
  private double[] upper = new double[64];
  private double[] cost = new double[64];
  private boolean[] whole = new boolean[64];
  private int columns;
  private double[] rowLower = new double[64];
  private double[] rowUpper = new double[64];
  private int[] rowStart = new int[65];
  private int rows;
  private int[] entryColumn = new int[256];
  private double[] entryValue = new double[256];
  private int entries;

  /// Adds a column and gives its number.
  int column(double low, double high, double costEach, boolean isWhole) {
    if (columns == lower.length) {
      lower = Arrays.copyOf(lower, 2 * columns);
      upper = Arrays.copyOf(upper, 2 * columns);
      cost = Arrays.copyOf(cost, 2 * columns);
      whole = Arrays.copyOf(whole, 2 * columns);
    }
    lower[columns] = low;
    upper[columns] = high;
    cost[columns] = costEach;
    whole[columns] = isWhole;
    return columns++;
  }

  /// A column that is 0 or 1.
  int choice(double costEach) {
    return column(0, 1, costEach, true);
  }

  /// Begins a row; entries added until the next row belong to it.
  void row(double low, double high) {
    if (rows == rowLower.length) {
      rowLower = Arrays.copyOf(rowLower, 2 * rows);
      rowUpper = Arrays.copyOf(rowUpper, 2 * rows);
      rowStart = Arrays.copyOf(rowStart, 2 * rows + 1);
    }
    rowLower[rows] = low;
    rowUpper[rows] = high;
    rows++;
    rowStart[rows] = entries;
  }

  /// Adds to the row begun last.
  void add(int column, double value) {
    if (entries == entryColumn.length) {
      entryColumn = Arrays.copyOf(entryColumn, 2 * entries);
      entryValue = Arrays.copyOf(entryValue, 2 * entries);
    }
    entryColumn[entries] = column;
    entryValue[entries] = value;
    entries++;
    rowStart[rows] = entries;
  }

  void costMore(int column, double more) {
    cost[column] += more;
  }

  /// Fixes a column.
  void fix(int column, double value) {
    lower[column] = value;
    upper[column] = value;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public double lower(int column) {
    return lower[column];
  }

  public double upper(int column) {
    return upper[column];
  }

  public double cost(int column) {
    return cost[column];
  }

  public boolean whole(int column) {
    return whole[column];
  }

  public double rowLower(int row) {
    return rowLower[row];
  }

  public double rowUpper(int row) {
    return rowUpper[row];
  }

  /// Entries of row `r` are numbered from `rowStart(r)` up to, not including, `rowStart(r + 1)`.
  public int rowStart(int row) {
    return rowStart[row];
  }

  public int entryColumn(int entry) {
    return entryColumn[entry];
  }

  public double entryValue(int entry) {
    return entryValue[entry];
  }
}
