"""Rules: functions that yield diagnostics about parsed files; a rule never raises."""
