package dev.seep.trend;

final class Knobs {
    static double get(String name, double fallback) {
        String v = System.getProperty(name);
        return v == null ? fallback : Double.parseDouble(v);
    }

    private Knobs() {}
}
