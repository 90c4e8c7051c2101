"""The works of benchmarks/compare, done with what people use: PyTorch and pandas. Prints lines of a name, a tab and a number."""
import resource
import statistics
import sys
import time


def say(name, value):
    print(f"{name}\t{value:.5f}")


def milliseconds(repetitions, act):
    for _ in range(max(1, repetitions // 10)):
        act()
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def csv(file):
    import pandas

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    pandas.read_csv(file)
    say("memory MiB", (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
    say("csv ms", milliseconds(3, lambda: pandas.read_csv(file)))


def epoch(file):
    """The tutorial's network, batch 128, two threads; the second epoch. The faster of PyTorch's two memory layouts counts."""
    import pandas
    import torch
    from torch import nn

    torch.set_num_threads(2)
    frame = pandas.read_csv(file)
    labels = torch.tensor(frame.label.values)
    pixels = torch.tensor(frame.drop(columns="label").values, dtype=torch.uint8).view(-1, 1, 28, 28)
    seconds = []
    for layout in (torch.contiguous_format, torch.channels_last):
        torch.manual_seed(1)
        network = nn.Sequential(
            nn.Conv2d(1, 75, 3, padding=1), nn.ReLU(), nn.BatchNorm2d(75), nn.MaxPool2d(2, 2, ceil_mode=True),
            nn.Conv2d(75, 50, 3, padding=1), nn.ReLU(), nn.Dropout(0.2), nn.BatchNorm2d(50), nn.MaxPool2d(2, 2, ceil_mode=True),
            nn.Conv2d(50, 25, 3, padding=1), nn.ReLU(), nn.BatchNorm2d(25), nn.MaxPool2d(2, 2, ceil_mode=True),
            nn.Flatten(), nn.Linear(400, 512), nn.ReLU(), nn.Dropout(0.3), nn.Linear(512, 25),
        ).to(memory_format=layout)
        optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
        network.train()
        for _ in range(2):
            start = time.perf_counter()
            for rows in torch.randperm(len(labels)).split(128):
                crops = (pixels[rows].float() / 255).to(memory_format=layout)
                loss = nn.functional.cross_entropy(network(crops), labels[rows])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                loss.item()
            last = time.perf_counter() - start
        seconds.append(last)
    say("epoch s", min(seconds))
    say("loss", loss.item())


def letters():
    """A network of the shape of the shipped letter network, one thread, one crop and 256."""
    import torch
    from torch import nn

    torch.set_num_threads(1)

    def conv(inputs, filters, kernel=3, stride=1):
        return [nn.Conv2d(inputs, filters, kernel, stride, kernel // 2)]  # the normalisation is folded in

    class Block(nn.Module):
        def __init__(self, inputs, filters, stride):
            super().__init__()
            self.body = nn.Sequential(*conv(inputs, filters, 3, stride), nn.ReLU(True), *conv(filters, filters))
            self.shortcut = nn.Identity() if stride == 1 and inputs == filters else conv(inputs, filters, 1, stride)[0]

        def forward(self, crops):
            return torch.relu_(self.body(crops) + self.shortcut(crops))

    network = nn.Sequential(
        *conv(1, 32, 3, 2), nn.ReLU(True), Block(32, 64, 2), Block(64, 128, 2), Block(128, 128, 1), Block(128, 128, 1),
        Block(128, 224, 2), Block(224, 224, 1), Block(224, 224, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(224, 25),
    ).eval()
    with torch.inference_mode():
        for name, count, repetitions in (("one ms", 1, 200), ("batch ms", 256, 5)):
            crops = torch.rand(count, 1, 96, 96)
            say(name, milliseconds(repetitions, lambda: network(crops)))


if __name__ == "__main__":
    {"csv": csv, "epoch": epoch, "letters": letters}[sys.argv[1]](*sys.argv[2:])
