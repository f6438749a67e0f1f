package org.ronghe.benchmarks.filing;

import java.util.Map;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/// Flowable as its guide sets it up for one JVM: pooled connections, history as it comes (`audit`),
/// no asynchronous executor, three user tasks in a row.
final class FlowableCases implements Contender {
  private static final String PROCESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:flowable="http://flowable.org/bpmn" targetNamespace="ronghe">
        <process id="approval" isExecutable="true">
          <startEvent id="filed"/>
          <sequenceFlow id="f1" sourceRef="filed" targetRef="accept"/>
          <userTask id="accept" flowable:candidateGroups="clerk"/>
          <sequenceFlow id="f2" sourceRef="accept" targetRef="review"/>
          <userTask id="review" flowable:candidateGroups="reviewer"/>
          <sequenceFlow id="f3" sourceRef="review" targetRef="approve"/>
          <userTask id="approve" flowable:candidateGroups="approver"/>
          <sequenceFlow id="f4" sourceRef="approve" targetRef="approved"/>
          <endEvent id="approved"/>
        </process>
      </definitions>
      """;

  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private final TaskService tasks;

  FlowableCases(DataSource source) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(source);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setAsyncExecutorActivate(false);
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addString("approval.bpmn20.xml", PROCESS)
        .deploy();
    runtime = engine.getRuntimeService();
    tasks = engine.getTaskService();
  }

  @Override
  public String name() {
    return "Flowable " + ProcessEngine.VERSION;
  }

  @Override
  public void run(int sender) {
    String id =
        runtime
            .startProcessInstanceByKey(
                "approval", Map.of("applicant", "racer" + sender, "child", "王安"))
            .getId();
    for (int i = 0; i < 3; i++) {
      Task task = tasks.createTaskQuery().processInstanceId(id).singleResult();
      tasks.complete(task.getId());
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
