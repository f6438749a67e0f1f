package org.ronghe.plan.siting;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.DoubleParam;
import com.google.ortools.linearsolver.MPVariable;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.ronghe.engines.site.program.MixedProgram;
import org.ronghe.engines.site.program.ProgramSolver;

/// Solves mixed-integer programs with SCIP or CBC, through OR-Tools' native library.
///
/// The library is unpacked into the temporary folder and loaded when first used. A solve runs on a
/// thread of its own, so that the caller can stop it at any time; on one core, with a fixed seed.
public final class OrTools implements ProgramSolver {
  private static final double NO_GAP = 1e-9;
  private static final long LOOK_EVERY_ms = 50;

  private final Engine engine;
  private final DoubleSupplier left_s;
  private final BooleanSupplier stopped;

  /// Which solver.
  public enum Engine {
    SCIP,
    CBC
  }

  /// @param left_s seconds that are left
  /// @param stopped asked about twenty times a second; true ends the solve with what there is
  public OrTools(Engine engine, DoubleSupplier left_s, BooleanSupplier stopped) {
    this.engine = engine;
    this.left_s = left_s;
    this.stopped = stopped;
  }

  @Override
  public Outcome solve(MixedProgram program) {
    Loader.loadNativeLibraries();
    MPSolver solver = MPSolver.createSolver(engine.name());
    try {
      MPVariable[] columns = write(program, solver);
      solver.setTimeLimit(Math.max(1, (long) (1000 * left_s.getAsDouble())));
      MPSolver.ResultStatus[] status = {MPSolver.ResultStatus.NOT_SOLVED};
      // A platform thread: a native call would pin a virtual one.
      Thread worker =
          Thread.ofPlatform()
              .daemon()
              .name("siting-" + engine)
              .start(() -> status[0] = run(solver));
      watch(worker, solver);
      return read(status[0], solver, columns);
    } finally {
      solver.delete();
    }
  }

  private MPSolver.ResultStatus run(MPSolver solver) {
    MPSolverParameters parameters = new MPSolverParameters();
    // The default calls an answer optimal when it is within 0.01 %.
    parameters.setDoubleParam(DoubleParam.RELATIVE_MIP_GAP, NO_GAP);
    if (engine == Engine.SCIP) {
      // Ctrl-C is ours.
      solver.setSolverSpecificParametersAsString("misc/catchctrlc = FALSE");
    }
    try {
      return solver.solve(parameters);
    } finally {
      parameters.delete();
    }
  }

  private void watch(Thread worker, MPSolver solver) {
    boolean told = false;
    boolean woken = false;
    while (worker.isAlive()) {
      try {
        worker.join(LOOK_EVERY_ms);
      } catch (InterruptedException _) {
        woken = true;
      }
      if (!told && (woken || stopped.getAsBoolean())) {
        told = solver.interruptSolve();
      }
    }
    if (woken) {
      Thread.currentThread().interrupt();
    }
  }

  private static MPVariable[] write(MixedProgram program, MPSolver solver) {
    MPVariable[] columns = new MPVariable[program.columns()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = solver.makeVar(program.lower(c), program.upper(c), program.whole(c), "c" + c);
      if (program.cost(c) != 0) {
        solver.objective().setCoefficient(columns[c], program.cost(c));
      }
    }
    solver.objective().setMinimization();
    for (int r = 0; r < program.rows(); r++) {
      MPConstraint row = solver.makeConstraint(program.rowLower(r), program.rowUpper(r), "r" + r);
      for (int e = program.rowStart(r); e < program.rowStart(r + 1); e++) {
        MPVariable column = columns[program.entryColumn(e)];
        row.setCoefficient(column, row.getCoefficient(column) + program.entryValue(e));
      }
    }
    return columns;
  }

  private static Outcome read(MPSolver.ResultStatus status, MPSolver solver, MPVariable[] columns) {
    return switch (status) {
      case OPTIMAL, FEASIBLE -> {
        double[] value = new double[columns.length];
        for (int c = 0; c < value.length; c++) {
          value[c] = columns[c].solutionValue();
        }
        boolean proved = status == MPSolver.ResultStatus.OPTIMAL;
        yield new Solved(value, solver.objective().bestBound(), proved);
      }
      case INFEASIBLE -> new Infeasible();
      case NOT_SOLVED -> new Unsolved();
      case UNBOUNDED, ABNORMAL, MODEL_INVALID ->
          throw new IllegalStateException("the solver says " + status);
    };
  }
}
