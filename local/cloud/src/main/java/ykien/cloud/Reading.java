package ykien.cloud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A mapping of the template with its place, so that whatever is missing or of the wrong kind is named.
record Reading(Map<String, Object> entries, String place) {
    static Reading of(Object value, String place) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new TemplateException(place, "a mapping is needed here, not " + value);
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, entry) -> {
            if (entry != null) {
                copy.put(String.valueOf(key), entry);
            }
        });
        return new Reading(copy, place);
    }

    /// The text, number or boolean of that name, as text.
    String text(String name) {
        return maybeText(name).orElseThrow(() -> wrong(name + " is missing"));
    }

    Optional<String> maybeText(String name) {
        return Optional.ofNullable(entries.get(name)).map(value -> {
            if (value instanceof Map || value instanceof List) {
                throw new TemplateException(place + "/" + name, "a text is needed here, not " + value);
            }
            return value.toString();
        });
    }

    /// The list of texts of that name; empty where there is none.
    List<String> texts(String name) {
        return list(name).stream().map(Object::toString).toList();
    }

    /// The mapping of that name.
    Optional<Reading> map(String name) {
        return Optional.ofNullable(entries.get(name)).map(value -> of(value, place + "/" + name));
    }

    /// The list of mappings of that name; empty where there is none.
    List<Reading> maps(String name) {
        var items = list(name);
        var maps = new ArrayList<Reading>();
        for (var i = 0; i < items.size(); i++) {
            maps.add(of(items.get(i), place + "/" + name + "/" + i));
        }
        return maps;
    }

    private List<?> list(String name) {
        return switch (entries.getOrDefault(name, List.of())) {
            case List<?> list -> list;
            case Object other -> throw new TemplateException(place + "/" + name, "a list is needed here, not " + other);
        };
    }

    TemplateException wrong(String wrong) {
        return new TemplateException(place, wrong);
    }
}
