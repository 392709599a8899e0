package dev.seep.demo;

/** Makes a little garbage and keeps none of it. */
final class SteadyGarbage implements DemoBehaviour {
    private byte[] last = new byte[0];

    @Override
    public void tick() {
        last = new byte[last.length % 4096 + 64];
    }
}
