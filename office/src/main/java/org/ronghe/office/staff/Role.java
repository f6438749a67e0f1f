package org.ronghe.office.staff;

/// What an account may do. VIEWER to ADMINISTRATOR include the ones before; the others stand apart:
/// nobody sees personal data by being an administrator.
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
  METRICS,
  /// 居民: files for themselves.
  RESIDENT,
  /// 帮办员: files for others with their consent.
  HELPER,
  /// 窗口: accepts, issues, delivers.
  CLERK,
  /// 审查
  REVIEWER,
  /// 审批: decides.
  APPROVER,
  /// 监察: sees every department's time, no personal data.
  SUPERVISOR,
  /// 事项设计: edits the catalogue.
  DESIGNER,
  /// 个人信息保护: exports and erases on a person's request.
  PRIVACY;

  /// The authority Spring Security knows it by.
  public String authority() {
    return "ROLE_" + name();
  }
}
