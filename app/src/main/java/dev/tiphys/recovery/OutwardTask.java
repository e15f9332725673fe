package dev.tiphys.recovery;

/// A durable task that tells somebody outside something, as the module that has it declares by a bean. After a restore
/// what such a task still had to send is listed, and dropped unless an administrator sends it. The promotions' own tasks
/// are looked after by their own [Comparison].
///
/// @param name of the task, such as `send-slack-message`
/// @param words what one of them is, such as "a message in Slack"
public record OutwardTask(String name, String words) {}
