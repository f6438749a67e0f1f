package org.ronghe.office.staff;

/// What a member of staff may do; each includes the ones before it, METRICS stands apart.
public enum Role {
  /// 查看: reads.
  VIEWER,
  /// 值班员: acknowledges alarms.
  OFFICER,
  /// 工程师: devices, quarantine, imports, replays.
  ENGINEER,
  /// 管理员: users, audit, backup.
  ADMINISTRATOR,
  /// 监测程序: reads metrics, nothing else.
  METRICS;

  /// The authority Spring Security knows it by.
  public String authority() {
    return "ROLE_" + name();
  }
}
