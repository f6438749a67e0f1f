package org.ronghe.series.questdb;

import io.questdb.DefaultTelemetryConfiguration;
import io.questdb.TelemetryConfiguration;
import io.questdb.cairo.CairoConfiguration;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CommitMode;
import io.questdb.cairo.DefaultCairoConfiguration;
import io.questdb.cairo.O3PartitionPurgeJob;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.griffin.FunctionFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import io.questdb.griffin.engine.functions.bool.AndFunctionFactory;
import io.questdb.griffin.engine.functions.bool.InLongFunctionFactory;
import io.questdb.griffin.engine.functions.bool.NotFunctionFactory;
import io.questdb.griffin.engine.functions.eq.EqIntFunctionFactory;
import io.questdb.griffin.engine.functions.lt.LtIntFunctionFactory;
import io.questdb.griffin.engine.functions.lt.LtLongFunctionFactory;
import io.questdb.griffin.engine.functions.lt.LtTimestampFunctionFactory;
import io.questdb.griffin.engine.table.parquet.ParquetCompression;
import io.questdb.mp.Job;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// QuestDB's storage engine without its servers: no port, no background thread, no telemetry, small
/// pages. Commits are synced; they are rare because the journal is what readings wait for.
final class QuestDb implements Closeable {
  private static final int PAGE_BYTES = 256 * 1024;
  private static final int SPLIT_BYTES = 8 * 1024 * 1024;
  private static final int ROW_GROUP_ROWS = 100_000;
  private static final int ZSTD_LEVEL = 3;

  private final CairoEngine engine;
  private final O3PartitionPurgeJob purgeJob;

  QuestDb(Path folder, boolean sync) {
    QuestDbLog.quiet();
    engine = new Engine(new Settings(folder.toString(), sync));
    purgeJob = new O3PartitionPurgeJob(engine, 1);
  }

  void execute(String sql) {
    try {
      engine.execute(sql);
    } catch (SqlException e) {
      throw new IllegalStateException("QuestDB refused: " + sql, e);
    }
  }

  TableWriter writer(String table) {
    TableToken token = engine.verifyTableName(table);
    return engine.getWriter(token, "ronghe");
  }

  /// Runs a query; `each` returns false to stop.
  void select(String sql, Predicate<Record> each) {
    SqlExecutionContext context =
        new SqlExecutionContextImpl(engine, 1).with(AllowAllSecurityContext.INSTANCE);
    try (RecordCursorFactory factory = engine.select(sql, context);
        RecordCursor cursor = factory.getCursor(context)) {
      Record row = cursor.getRecord();
      boolean more = true;
      while (more && cursor.hasNext()) {
        more = each.test(row);
      }
    } catch (SqlException e) {
      throw new IllegalStateException("QuestDB refused: " + sql, e);
    }
  }

  /// Lets go of table readers nobody uses and of files that were replaced.
  void purge() {
    engine.releaseInactive();
    boolean more = true;
    while (more) {
      more = purgeJob.run(0, Job.RUNNING_STATUS);
    }
  }

  @Override
  public void close() {
    purgeJob.close();
    engine.close();
  }

  /// Knows only the functions our queries use: looking all of QuestDB's up takes half a second.
  private static final class Engine extends CairoEngine {
    Engine(CairoConfiguration settings) {
      super(settings);
    }

    @Override
    protected Iterable<FunctionFactory> getFunctionFactories() {
      return List.of(
          new AndFunctionFactory(),
          new NotFunctionFactory(),
          new EqIntFunctionFactory(),
          new LtIntFunctionFactory(),
          new LtLongFunctionFactory(),
          new LtTimestampFunctionFactory(),
          new InLongFunctionFactory());
    }
  }

  private static final class Settings extends DefaultCairoConfiguration {
    private final boolean sync;

    Settings(String root, boolean sync) {
      super(root);
      this.sync = sync;
    }

    @Override
    public int getCommitMode() {
      return sync ? CommitMode.SYNC : CommitMode.NOSYNC;
    }

    @Override
    public long getDataAppendPageSize() {
      return PAGE_BYTES;
    }

    @Override
    public int getO3ColumnMemorySize() {
      return PAGE_BYTES;
    }

    @Override
    public long getPartitionO3SplitMinSize() {
      return SPLIT_BYTES;
    }

    @Override
    public int getPartitionEncoderParquetCompressionCodec() {
      return ParquetCompression.COMPRESSION_ZSTD;
    }

    @Override
    public int getPartitionEncoderParquetCompressionLevel() {
      return ZSTD_LEVEL;
    }

    /// Never zero: late readings merged into a compressed hour loop for ever on zero (9.3.4).
    @Override
    public int getPartitionEncoderParquetRowGroupSize() {
      return ROW_GROUP_ROWS;
    }

    @Override
    public TelemetryConfiguration getTelemetryConfiguration() {
      return new NoTelemetry();
    }
  }

  private static final class NoTelemetry extends DefaultTelemetryConfiguration {
    @Override
    public boolean getDisableCompletely() {
      return true;
    }

    @Override
    public boolean getEnabled() {
      return false;
    }
  }
}
