package org.faasnetlab.ui.common;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.workload.SettingDescription;
import org.faasnetlab.workload.Workloads;

/** Names stored settings and properties of the environment for people, and writes their values with units. */
public final class SettingLabels {
    /** The key of a property of which there are several. */
    private static final Pattern NUMBERED = Pattern.compile("(.+)[.]([0-9]+)");

    /** Begins the key of the MTU of a network interface. */
    private static final String MTU = "net.mtu.";

    /** Begin keys of properties of other systems than this computer. */
    private static final List<String> OWNERS = List.of("function.", "server.");

    private final Texts texts = Texts.of(SettingLabels.class);
    private final DomainTexts domain = new DomainTexts();
    private final Map<String, SettingDescription> settings;

    /** @param workloads whose settings have names */
    public SettingLabels(Workloads workloads) {
        settings = workloads.types().stream()
                .flatMap(type -> Setting.ofType(type).stream())
                .map(Setting::details)
                .collect(Collectors.toMap(SettingDescription::key, Function.identity(), (first, same) -> first));
    }

    /** The name of a stored setting, as the experiment screen has it; of one that is not known, its key. */
    public String name(String key) {
        SettingDescription known = settings.get(key);
        return known == null ? key : domain.title(known);
    }

    /** The value of a stored setting, with its unit; several values are separated by commas. */
    public String value(String key, String value) {
        SettingDescription known = settings.get(key);
        return known == null
                ? value
                : Arrays.stream(value.split(","))
                        .map(text -> spaced(known.quantity().toFile(text.strip())))
                        .collect(Collectors.joining(", "));
    }

    /** {@code 625Mbit} is how a link is written in settings, and {@code 625 Mbit/s} how its rate is read. */
    private static String spaced(String value) {
        return value.replaceAll("([0-9])([kMG])bit", "$1 $2bit/s").replaceAll("([0-9])(ms|[kMG]i?B)", "$1 $2");
    }

    /** The name of a stored property of the environment; of one that is not known, its key. */
    public String propertyName(String key) {
        Matcher numbered = NUMBERED.matcher(key);
        if (numbered.matches() && texts.has("property." + numbered.group(1))) {
            return texts.get("property." + numbered.group(1), numbered.group(2));
        }
        if (texts.has("property." + key)) {
            return texts.get("property." + key);
        }
        if (key.startsWith(MTU)) {
            return texts.get("property.net.mtu.of", key.substring(MTU.length()));
        }
        for (String owner : OWNERS) {
            if (key.startsWith(owner)) {
                return texts.get("property.of." + owner.replace(".", ""), propertyName(key.substring(owner.length())));
            }
        }
        return key;
    }

    /** The value of a stored property of the environment: numbers of bytes with a unit, yes or no for true or false. */
    public String propertyValue(String key, String value) {
        if (value.equals("true") || value.equals("false")) {
            return texts.get("property.is." + value);
        }
        return key.endsWith(".bytes") && value.matches("[0-9]{1,18}")
                ? new DataSize(Long.parseLong(value)).toString()
                : value;
    }
}
