"""The conflict model's rules as Mesa agents, written as one would write them in Mesa.

Parties, patrons and members of the Council are agents with attributes; the model holds what they
share. Luck comes from Mesa's own generator, so worlds agree with the kernel in distribution only.
"""

import math
from typing import Any

import mesa

from volteface.case.council_schema import Rival
from volteface.conflict.conflict import Conflict
from volteface.conflict.layout import ADD, SET

ON = 0.5


def normal_cdf(z: float) -> float:
    """The standard normal distribution function."""
    return 0.5 * math.erfc(-z / math.sqrt(2))


def log_normal_cdf(z: float) -> float:
    """Its logarithm."""
    if z > -30:  # noqa: PLR2004 - where the probability is still a normal number
        return math.log(normal_cdf(z))
    w = 1 / (z * z)
    return -z * z / 2 - math.log(-z * math.sqrt(2 * math.pi)) + math.log(1 - w * (1 - 3 * w))


class Actor(mesa.Agent):
    """Whoever holds a belief about the regime."""

    def __init__(self, model: "World", name: str) -> None:
        super().__init__(model)
        self.name = name
        prior, size = self.get("prior"), self.get("prior_size")
        self.wins, self.losses = prior * size, (1 - prior) * size

    def get(self, key: str) -> float:
        """One of its quantities as it holds this month."""
        return self.model.now[f"{self.name}.{key}"]

    def forget(self) -> None:
        """Learning fades towards the first belief."""
        fades, prior, size = self.get("forgetting"), self.get("prior"), self.get("prior_size")
        self.wins += fades * (prior * size - self.wins)
        self.losses += fades * ((1 - prior) * size - self.losses)

    def see(self, *, won: bool) -> None:
        """Hear of a battle of the regime, or not."""
        if self.random.random() < self.get("sees"):
            if won:
                self.wins += 1
            else:
                self.losses += 1

    def survival(self, shift: float = 0.0) -> float:
        """The regime's survival as it believes it."""
        distance, pace = self.model.distance, self.model.pace
        if distance <= 0:
            return 0.0
        if pace <= 0:
            return 1.0
        odds = self.wins / self.losses * math.exp(shift)
        mean, root = odds / (1 + odds), math.sqrt(pace)
        x, y = distance / root, (2 * mean - 1) * root
        spread = 4 * pace * mean * (1 - mean) / (self.wins + self.losses + 1)
        scale = math.sqrt(1 + spread)
        z = (y - 2 * x * spread - x) / scale
        fall = math.exp(2 * x * (x * spread - y) + log_normal_cdf(z))
        return min(1.0, max(0.0, normal_cdf((x + y) / scale) - fall))

    def success(self, party: "Party", factor: float = 1.0) -> float:
        """A party's side's success, were the party ``factor`` times as strong."""
        tilt = self.model.now["battlefield.decisiveness"] * party.weight
        stays = self.survival(tilt * math.log(factor))
        return stays if party is self.model.regime else 1 - stays


class Party(Actor):
    """A side in the war."""

    def __init__(self, model: "World", name: str, forts: int, enters: int | None) -> None:
        super().__init__(model, name)
        self.initial, self.enters = forts, enters
        self.status = "fighting" if enters is None else "waiting"
        self.forts = forts if enters is None else 0
        self.own = self.get("strength") * self.get("start") if enters is None else 0.0
        self.weight = self.brought = 0.0
        self.consent: str | None = None

    @property
    def aid(self) -> float:
        """Strength delivered from outside."""
        return sum(patron.effect(patron.delivered) for patron in self.model.patrons_of(self))

    @property
    def strength(self) -> float:
        """Own strength and aid."""
        return self.own + self.aid

    def mobilise(self) -> None:
        """Own strength moves towards the full."""
        if self.status == "fighting":
            speed = 1 - math.exp(-self.forts / self.model.forts / self.get("mobilisation"))
            self.own += speed * (self.get("strength") + self.brought - self.own)

    def merge(self, into: "Party | None") -> None:
        """Become a part of another party."""
        if into is None or self.get("merged") < ON:
            return
        if self.status == into.status == "fighting":
            into.forts += self.forts
            into.own += self.own
            into.brought += self.get("strength") + self.brought
            self.forts, self.own, self.status = 0, 0.0, "out"

    def leave_to(self, victor: "Party") -> None:
        """Leave the war."""
        victor.forts += self.forts
        victor.own += self.model.now["battlefield.inheritance"] * self.own
        self.forts, self.own, self.status = 0, 0.0, "out"

    def fade(self) -> None:
        """Dissolve, perhaps."""
        rate = self.get("fade")
        if self.status != "fighting" or rate <= 0:
            return
        rate *= math.exp(-self.get("fade_support") * self.aid / self.own)
        enemies = [other for other in self.model.enemies(self) if other.status == "fighting"]
        if enemies and self.random.random() < -math.expm1(-rate):
            self.leave_to(max(enemies, key=lambda other: other.strength))

    def fighting_on(self) -> float:
        """What fighting on is worth to it."""
        chance = self.survival()
        if self is not self.model.regime:
            held = max(1, self.model.forts - self.model.regime.forts)
            chance = (1 - chance) * self.forts / held
        return self.get("office") * chance - self.get("war_cost")


class Patron(Actor):
    """An outside power behind one party."""

    def __init__(self, model: "World", name: str, power: str, client: Party, starts: int) -> None:
        super().__init__(model, name)
        self.power, self.client = power, client
        self.level, self.delivered, self.lag = starts, starts, 0
        self.sunk = self.going_on = self.leverage = self.without = 0.0

    def step_of(self, level: int, key: str) -> float:
        """A quantity of one step of the ladder."""
        return self.get(f"{self.model.ladder[level]}.{key}")

    def survival(self, shift: float = 0.0) -> float:
        """The regime's survival as its power believes it."""
        believer = self.model.principal(self.power)
        return Actor.survival(believer, shift)

    def stake(self) -> float:
        """What it has at stake, a third power's rapprochement included."""
        stake = self.get("stake")
        for relation in self.model.conflict.file.relations:
            if relation.third == self.power:
                now, _ = self.model.relations[relation.between]
                nearer = math.tanh(now) - math.tanh(self.model.origins[relation.between])
                key = f"relation.{'.'.join(relation.between)}.rivalry"
                stake += self.model.now[key] * max(0.0, nearer)
        return stake

    def elsewhere(self) -> float:
        """What its power spends on other clients."""
        return sum(
            other.step_of(other.level, "cost")
            for other in self.model.patrons
            if other is not self and other.power == self.power
        )

    def effect(self, level: int) -> float:
        """Strength that a step gives."""
        return self.step_of(level, "effect")

    def pressure(self) -> float:
        """Pressure on it."""
        outrage = self.model.outrage
        pressure = self.get("pressure") + self.get("exposure") * outrage
        if self.client is self.model.regime and self.model.resolved:
            pressure += self.model.now["council.resolution"]
        for rival in self.model.rivals:
            against = self.model.now[f"{rival.id}.asks"] > self.model.now["council.status_quo"]
            if rival.id in self.model.passed and against == (self.client is self.model.regime):
                pressure += self.model.now[f"{rival.id}.resolution"]
        return pressure

    def flow(self, level: int) -> float:
        """The flow value of a step."""
        strength = self.client.strength
        rest = strength - self.effect(self.delivered)
        hope = self.success(self.client, (rest + self.effect(level)) / strength)
        stake, keeps = self.stake(), self.model.best_tabled("keeps_ties")
        value = (stake + self.step_of(level, "interest")) * hope + stake * keeps * (1 - hope)
        dearer = 1 + self.get("burden") * self.elsewhere()
        value -= self.step_of(level, "cost") * dearer
        value -= self.step_of(level, "bite") * self.pressure()
        value += self.get("standing") if level >= self.model.conflict.structure.cover else 0
        anger = self.model.now["settlement.bitterness"] * self.model.bitterness
        return value + (anger if level >= self.model.conflict.structure.force else 0)

    def exit_cost(self) -> float:
        """What stepping down costs."""
        face = self.get("face") * (1 - self.model.best_tabled("face_saving"))
        return face * (1 + self.get("reactance") * self.pressure()) + self.sunk

    def passes(self, advantage: float, entry: float, leave: float) -> bool:
        """Whether an advantage is past Dixit's trigger."""
        rho = self.get("discount")
        sigma = self.get("volatility") * (1 + self.get("uncertainty"))
        beyond, half = advantage - rho * (entry - leave) / 2, rho * (entry + leave) / 2
        if beyond <= half:
            return False
        reach = sigma / math.sqrt(2 * rho)
        return reach == 0 or beyond - reach * math.tanh(beyond / reach) >= half

    def waits(self, advantage: float, entry: float, leave: float) -> bool:
        """Whether it pays to wait for the next government."""
        swing, reveal, rho = self.get("swing"), self.get("reveal"), self.get("discount")
        known = reveal / (rho + reveal)
        ends = [(advantage + swing) / rho, (advantage - swing) / rho]
        now = advantage / (rho + reveal) - entry
        now += sum(known * max(end, -leave) / 2 for end in ends)
        later = sum(known * max(end - entry, 0) / 2 for end in ends)
        return swing > 0 and now < later

    def decide(self) -> None:
        """Choose the step for the month."""
        self.wanted = self.level
        if self.client.status == "fighting":
            flows = [self.flow(level) for level in range(len(self.model.ladder))]
            held = self.get("support")
            self.wanted = int(held) if held >= 0 else self.best(flows)
            self.going_on = flows[self.wanted]
        elif self.client.status == "out":
            self.wanted = 0
        if self.wanted > self.level:
            self.lag = math.ceil(self.get("deployment_lag"))
        cost = self.get("sunk") * self.step_of(self.wanted, "cost")
        self.sunk += cost - self.get("sunk_decay") * self.sunk

    def best(self, flows: list[float]) -> int:
        """The best step past its trigger, or the present one."""
        leave, rho = self.exit_cost(), self.get("discount")
        best, most = self.level, 0.0
        for level, flow in enumerate(flows):
            low, high = sorted((self.level, level))
            entry = sum(self.step_of(step, "entry") for step in range(low + 1, high + 1))
            first, second = (entry, leave) if level > self.level else (leave, entry)
            gain = flow - flows[self.level]
            if level == self.level or self.step_of(level, "open") < ON:
                continue
            if self.passes(gain, first, second) and not self.waits(gain, first, second):
                net = gain - rho * first
                if best == self.level or net > most:
                    best, most = level, net
        return best

    def deliver(self) -> float:
        """Let support bite; what it changes in the regime's log odds."""
        before, self.level = self.delivered, self.wanted
        if self.lag > 0 and self.level > before:
            self.lag -= 1
            return 0.0
        strength = self.client.strength
        self.lag, self.delivered = 0, self.level
        added = self.effect(self.level) - self.effect(before)
        if self.client.status != "fighting" or added == 0:
            return 0.0
        return self.client.weight * math.log((strength + added) / strength)

    def lever(self) -> None:
        """Leverage over the client."""
        self.leverage = self.without = 0.0
        if self.client.status != "fighting":
            return
        whole = self.without = self.client.success(self.client)
        others = [patron for patron in self.model.patrons_of(self.client) if patron is not self]
        replaced = sum(other.get("substitution") for other in others)
        given = self.effect(self.delivered)
        if given > 0 and whole > 0 and replaced < 1:
            strength = self.client.strength
            lost = given * (1 - replaced)
            self.without = self.client.success(self.client, (strength - lost) / strength)
            self.leverage = 1 - min(1.0, self.without / whole)

    def demand(self) -> None:
        """Ask the client to settle, under threat."""
        client, worths = self.client, {}
        if client.status != "fighting":
            return
        for option in self.model.tabled():
            kept = self.model.kept(option)
            worths[option] = self.stake() * self.model.payoff(option, self) * kept
        wish = max(worths, key=lambda option: worths[option], default=None)
        if wish is None or worths[wish] <= self.going_on or self.level == 0:
            return
        office = client.get("office")
        keeps = office * self.model.payoff(wish, client) * self.model.kept(wish)
        if keeps >= client.fighting_on():
            return
        if self.flow(0) - self.get("discount") * self.exit_cost() <= self.going_on:
            return
        alone = self.without
        if client is not self.model.regime:
            alone *= client.forts / max(1, self.model.forts - self.model.regime.forts)
        yields = keeps + client.get("exit_value") > office * alone
        if yields and self.random.random() < client.get("compliance"):
            client.consent = wish


class Member(mesa.Agent):
    """A member of the Council."""

    def __init__(self, model: "World", name: str, weight: int, *, permanent: bool) -> None:
        super().__init__(model)
        self.name, self.weight, self.permanent = name, weight, permanent

    def inclination(self, asks: float) -> tuple[float, float]:
        """Chances of yes and of no."""
        now = self.model.now
        ideal = now[f"council.{self.name}.ideal"]
        for_it, against = self.model.highest(self.name)
        cover = self.model.conflict.structure.cover
        ideal += now["council.cover_shift"] * ((against >= cover) - (for_it >= cover))
        gain = (now["council.status_quo"] - ideal) ** 2 - (asks - ideal) ** 2
        widens = now[f"council.{self.name}.scandal"] * self.model.outrage
        band, noise = now["council.band"] + widens, now["council.noise"]
        return 1 / (1 + math.exp((band - gain) / noise)), 1 / (1 + math.exp((band + gain) / noise))


class World(mesa.Model):
    """One draw of the conflict model."""

    def __init__(self, conflict: Conflict, values: dict[str, float], seed: int) -> None:
        super().__init__(rng=seed)
        file = conflict.file
        self.conflict, self.base, self.now = conflict, values, dict(values)
        self.forts, self.month, self.over = file.forts, 0, False
        self.scandal = self.bitterness = self.toll = self.distance = self.pace = 0.0
        self.resolved, self.adopted = False, None
        self.ladder, self.rivals = file.ladder, file.council.rivals
        self.passed: set[str] = set()
        parties = [
            Party(self, p.id, p.forts, None if p.enters is None else conflict.month_of(p.enters))
            for p in file.parties
        ]
        named = {party.name: party for party in parties}
        self.parties = parties
        self.parents = {p.id: p.splits_from for p in file.parties}
        self.into = {p.id: named.get(p.merges_into or "") for p in file.parties}
        self.regime = next(named[p.id] for p in file.parties if p.regime)
        self.patrons = [
            Patron(self, p.id, p.power or p.id, named[p.client], self.ladder.index(p.starts))
            for p in file.patrons
        ]
        self.pairs = [(named[h.between[0]], named[h.between[1]]) for h in file.hostilities]
        self.members = [
            Member(self, m.id, m.weight, permanent=m.permanent) for m in file.council.members
        ]
        self.options = [option.id for option in file.options]
        self.bargains = {bargain.id: "open" for bargain in file.bargains}
        self.relations = {
            relation.between: [
                values[f"relation.{'.'.join(relation.between)}.{key}"] for key in ("start", "trust")
            ]
            for relation in file.relations
        }
        self.origins = {pair: start for pair, (start, _) in self.relations.items()}

    @property
    def outrage(self) -> float:
        """Outrage from the fighting and from outside it."""
        return self.now["scandal.level"] + self.scandal

    def patrons_of(self, party: Party) -> list[Patron]:
        """Who supports a party."""
        return [patron for patron in self.patrons if patron.client is party]

    def principal(self, power: str) -> Patron:
        """The first line of support of a power."""
        return next(patron for patron in self.patrons if patron.name == power)

    def highest(self, power: str) -> tuple[int, int]:
        """A power's highest steps for the regime and for others."""
        own = [patron for patron in self.patrons if patron.power == power]
        for_it = [patron.level for patron in own if patron.client is self.regime]
        against = [patron.level for patron in own if patron.client is not self.regime]
        return max(for_it, default=0), max(against, default=0)

    def enemies(self, party: Party) -> list[Party]:
        """Whom a party fights."""
        return [other for pair in self.pairs for other in pair if party in pair and other != party]

    def battles(self, first: Party, second: Party) -> float:
        """Battles a month between two, as things stand."""
        key = f"hostility.{first.name}.{second.name}"
        rate = self.now[f"{key}.battles"] * (1 - self.now[f"{key}.truce"])
        if first.get("talks") >= ON and second.get("talks") >= ON:
            rate *= 1 - self.now["settlement.lull"] * self.now["settlement.talks_on"]
        own = first.own + second.own
        aid = first.aid + second.aid
        return min(1000.0, rate * (1 + self.now["battlefield.escalation"] * aid / own))

    def tabled(self) -> list[str]:
        """Options on the table."""
        return [option for option in self.options if self.now[f"{option}.tabled"] >= ON]

    def best_tabled(self, key: str) -> float:
        """The best of a property among them."""
        return max((self.now[f"{option}.{key}"] for option in self.tabled()), default=0.0)

    def payoff(self, option: str, actor: Actor) -> float:
        """What an option is worth to an actor."""
        return self.now[f"{option}.payoff.{actor.name}"]

    def kept(self, option: str) -> float:
        """The chance that an option is kept."""
        trusts = [1 / (1 + math.exp(-trust)) for _, trust in self.relations.values()]
        trust = sum(trusts) / max(1, len(trusts))
        return 1 - self.now[f"{option}.risk"] * (1 - self.now["settlement.guarantee"] * trust)

    def step(self) -> None:
        """One month."""
        self.shock()
        casualties = 0.0
        if not self.over:
            self.enter()
            for party in self.parties:
                party.merge(self.into[party.name])
            for party in self.parties:
                party.mobilise()
            self.agents.select(lambda agent: isinstance(agent, Actor)).do("forget")
            casualties = self.fight()
        raised = self.now["scandal.outrage"] * casualties / 1000
        self.scandal += raised - self.now["scandal.decay"] * self.scandal
        self.toll += casualties
        self.judge()
        if not self.over:
            self.powers()
        self.month += 1

    def shock(self) -> None:
        """Dated changes of quantities."""
        self.now = dict(self.base)
        names = self.conflict.quantities.names
        for event in self.conflict.shocks:
            if event.first <= self.month <= event.last:
                name, value = names[event.place], self.base[event.name]
                if event.operation == SET:
                    self.now[name] = value
                elif event.operation == ADD:
                    self.now[name] += value
                else:
                    self.now[name] *= value

    def enter(self) -> None:
        """Parties that appear later."""
        for party in self.parties:
            if party.enters != self.month or party.status != "waiting":
                continue
            parent = next(p for p in self.parties if p.name == self.parents[party.name])
            if parent.status != "fighting":
                alive = [other for other in self.parties if other.status == "fighting"]
                parent = max(alive, key=lambda other: other.forts)
            taken = min(party.initial, parent.forts // 2)
            party.status = "fighting" if taken > party.get("core") else "out"
            if party.status == "fighting":
                parent.forts -= taken
                party.forts, party.own = taken, party.get("strength") * party.get("start")

    def poisson(self, rate: float) -> int:
        """A Poisson number."""
        number, product, least = 0, self.random.random(), math.exp(-rate)
        while product > least:
            number += 1
            product *= self.random.random()
        return number

    def fight(self) -> float:
        """A month's battles; the casualties."""
        due = [self.poisson(self.battles(*pair)) if self.meets(pair) else 0 for pair in self.pairs]
        casualties = 0.0
        mu, nu = self.now["battlefield.decisiveness"], self.now["battlefield.overstretch"]
        for battle in range(max(due)):
            for pair, number in zip(self.pairs, due, strict=True):
                if battle >= number or not self.meets(pair):
                    continue
                first, second = pair
                odds = mu * math.log(first.strength / second.strength)
                odds -= mu * nu * math.log(first.forts / second.forts)
                won = self.random.random() < 1 / (1 + math.exp(-odds))
                winner, loser = (first, second) if won else (second, first)
                casualties += first.get("deaths") + second.get("deaths")
                if self.regime in pair:
                    for actor in (*self.parties, *self.patrons):
                        actor.see(won=winner is self.regime)
                winner.forts += 1
                loser.forts -= 1
                if loser.forts <= loser.get("core"):
                    loser.leave_to(winner)
                    self.over = not any(self.meets(other) for other in self.pairs)
                    if self.over:
                        return casualties
                else:
                    loser.own *= 1 - loser.get("attrition")
        return casualties

    def meets(self, pair: tuple[Party, Party]) -> bool:
        """Whether both are in the war."""
        return pair[0].status == pair[1].status == "fighting"

    def judge(self) -> None:
        """How the regime stands."""
        alive = self.regime.status == "fighting"
        self.distance = self.regime.forts - self.regime.get("core") if alive else 0.0
        total = 0.0
        for party in self.parties:
            party.weight = 0.0
        for pair in self.pairs:
            if alive and self.regime in pair and self.meets(pair):
                other = pair[1] if pair[0] is self.regime else pair[0]
                other.weight -= self.battles(*pair)
                total += self.battles(*pair)
        for party in self.parties:
            party.weight /= total if total > 0 else 1
        self.regime.weight = float(alive)
        self.pace = total * self.now["belief.horizon"]

    def powers(self) -> None:
        """Outside powers, patrons, clients, Council, settlement, dissolution."""
        self.relate()
        self.bargain()
        for patron in self.patrons:
            patron.decide()
        tilt = sum(patron.deliver() for patron in self.patrons)
        if tilt:
            change = math.exp(self.now["battlefield.decisiveness"] * tilt)
            for actor in (*self.parties, *self.patrons):
                size, odds = actor.wins + actor.losses, actor.wins / actor.losses * change
                actor.wins, actor.losses = size * odds / (1 + odds), size / (1 + odds)
        for party in self.parties:
            party.consent = None
        for patron in self.patrons:
            patron.lever()
        for patron in self.patrons:
            patron.demand()
        self.vote()
        self.settle()
        if not self.over:
            for party in self.parties:
                party.fade()
            self.over = not any(self.meets(pair) for pair in self.pairs)

    def relate(self) -> None:
        """Relations and trust."""
        for pair, state in self.relations.items():
            for_it, against = self.highest(pair[0])
            their_for, their_against = self.highest(pair[1])
            structure = self.conflict.structure
            key = f"relation.{'.'.join(pair)}"
            lower = min(max(for_it, against), max(their_for, their_against))
            talks = self.now["settlement.talks_on"] * self.now[f"{key}.cooperation"]
            gained = talks if lower >= structure.cover else 0.0
            opposed = max(min(for_it, their_against), min(against, their_for)) >= structure.arms
            gained -= self.now[f"{key}.opposed"] if opposed else 0.0
            gained -= self.now[f"{key}.sanctions"]
            back = self.now[f"{key}.reversion"]
            quarrel = self.now[f"{key}.quarrel"]
            state[0] += gained - quarrel + back * (self.now[f"{key}.start"] - state[0])
            state[1] += gained + back * (self.now[f"{key}.trust"] - state[1])

    def bargain(self) -> None:
        """Bargains under threat."""
        for bargain in self.conflict.file.bargains:
            target = next(party for party in self.parties if party.name == bargain.target)
            if self.bargains[bargain.id] != "open" or target.status != "fighting":
                continue
            get = {key: self.now[f"{bargain.id}.{key}"] for key in ("threat", "damage", "worth")}
            reluctant = self.now[f"{bargain.id}.reluctance"] > self.now[f"{bargain.id}.gain"]
            if get["threat"] * get["damage"] > get["worth"] and reluctant:
                self.bargains[bargain.id] = "deal"
            elif not reluctant and self.random.random() < get["threat"]:
                self.bargains[bargain.id] = "strike"
                target.own *= 1 - self.now[f"{bargain.id}.harm"]

    def vote(self) -> None:
        """The Council's month: its own draft, then its rivals."""
        if not self.members:
            return
        before = self.table("council", self.now["council.draft"], 0)
        for rival in self.rivals:
            before += self.table(rival.id, self.now[f"{rival.id}.asks"], before, rival)

    def table(self, name: str, asks: float, before: int, rival: Rival | None = None) -> int:
        """Table a draft if that pays, and vote on it; 1 if it was tabled."""
        chances = [member.inclination(asks) for member in self.members]
        worth = self.now[f"{name}.gain"] * self.adoption(chances)
        worth += self.now[f"{name}.audience"] * self.outrage - self.now[f"{name}.cost"]
        worth += 0 if rival is None else self.now[f"{name}.reply"] * before
        if worth <= 0:
            return 0
        in_favour = against = 0
        vetoed = False
        for member, (yes, no) in zip(self.members, chances, strict=True):
            cast = self.random.random()
            if cast < yes:
                in_favour += member.weight
            elif cast >= 1 - no:
                against += member.weight
                vetoed |= member.permanent
        if self.enough(in_favour, against) and not vetoed:
            self.resolved |= rival is None
            self.passed.add(name)
        return 1

    def enough(self, in_favour: int, against: int) -> bool:
        """Whether a count of votes carries a draft."""
        council = self.conflict.file.council
        if in_favour < council.needed or council.cast is None:
            return in_favour >= council.needed
        wanted = council.cast.share * (in_favour + against)
        return in_favour > wanted if council.cast.strict else in_favour >= wanted

    def adoption(self, chances: list[tuple[float, float]]) -> float:
        """The exact chance that a draft passes."""
        counts = {(0, 0): 1.0}
        for member, (yes, no) in zip(self.members, chances, strict=True):
            longer: dict[tuple[int, int], float] = {}
            for (in_favour, against), chance in counts.items():
                ways = [((in_favour + member.weight, against), yes)]
                ways.append(((in_favour, against), 1 - yes - no))
                if not member.permanent:
                    counted = self.conflict.file.council.cast is not None
                    ways.append(((in_favour, against + member.weight * counted), no))
                for key, part in ways:
                    longer[key] = longer.get(key, 0.0) + chance * part
            counts = longer
        return sum(chance for key, chance in counts.items() if self.enough(*key))

    def settle(self) -> None:
        """Adopt an option that nobody blocks."""
        talks = self.now["settlement.talks_on"]
        rate = self.now["settlement.adoption_rate"] * (1 + self.now["settlement.mediation"] * talks)
        for option in self.options:
            blocked = self.blocked(option)
            free = self.now[f"{option}.tabled"] >= ON and not blocked
            lucky = free and self.random.random() < -math.expm1(-rate)
            if lucky or self.now[f"{option}.imposed"] >= ON:
                self.adopted, self.over = option, True
                return
        self.bitterness += talks - self.now["settlement.bitterness_decay"] * self.bitterness

    def blocked(self, option: str) -> bool:
        """Whether a veto player is against an option."""
        kept, now = self.kept(option), self.now
        for party in self.parties:
            least = now["settlement.party_share"] * self.forts
            vetoes = party.status == "fighting" and party.forts >= least
            if vetoes and party.get("talks") >= ON and party.consent != option:
                worth = party.get("office") * self.payoff(option, party) * kept
                if worth < party.fighting_on():
                    return True
        for patron in self.patrons:
            spoils = patron.leverage > 0
            spoils &= patron.leverage >= now["settlement.spoiler_leverage"]
            worth = patron.stake() * self.payoff(option, patron) * kept
            if spoils and worth < patron.going_on:
                return True
        return False


def world(conflict: Conflict, values: dict[str, Any], seed: int) -> World:
    """A world of drawn quantities, ready to step."""
    return World(conflict, values, seed)
