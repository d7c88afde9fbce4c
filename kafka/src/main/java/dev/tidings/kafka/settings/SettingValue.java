package dev.tidings.kafka.settings;

/**
 * A setting as it stands: for people.
 *
 * @param key name
 * @param value text of the value, masked when it is a secret
 * @param origin where it comes from: {@code flag}, the variable's or the file's name, {@code local stack},
 *     {@code default}
 * @param doc what it does
 */
public record SettingValue(String key, String value, String origin, String doc) {}
