"""Where the money is: sources, budget, two hands, vouchers, gifts, the monthly sheet."""
